// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/windows/collation.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

class TestCollation : public QObject
{
    Q_OBJECT

private slots:
    void sortsNamesAsTheLanguageDoes();
};

void TestCollation::sortsNamesAsTheLanguageDoes()
{
    const QStringList names{QStringLiteral("Zorn"),  QStringLiteral("\u00C4rger"), QStringLiteral("witness 10"),
                            QStringLiteral("apple"), QStringLiteral("witness 9"),  QStringLiteral("Berg")};
    const auto sorted = [&names](QLocale::Language language) {
        QLocale::setDefault(QLocale(language));
        QStringList result = names;
        sortByLanguage(result);
        return result.join(u' ');
    };
    QCOMPARE(sorted(QLocale::German), QStringLiteral("apple \u00C4rger Berg witness 9 witness 10 Zorn"));
    QCOMPARE(sorted(QLocale::Swedish), QStringLiteral("apple Berg witness 9 witness 10 Zorn \u00C4rger"));
    QList<Annotation::Speaker> speakers;
    for (const QString &name : names) {
        Annotation::Speaker speaker;
        speaker.id = SpeakerId(speakers.size() + 1);
        speaker.name = name;
        speakers.append(speaker);
    }
    sortByLanguage(speakers);
    QCOMPARE(speakers.constLast().name, QStringLiteral("\u00C4rger"));
    QLocale::setDefault(QLocale::c());
}

QTEST_GUILESS_MAIN(TestCollation)
#include "test_collation.moc"
