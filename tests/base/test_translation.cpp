// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/base/translation.h>

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QtTest>
#include <QXmlStreamReader>

using namespace Quoth;

namespace {

struct Message
{
    QString source;
    bool finished = true;
    QStringList forms;
};

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<Message> messages()
{
    QList<Message> result;
    QXmlStreamReader xml(contentOf(QStringLiteral(QUOTH_SOURCE_DIR "/translations/quoth_en.ts")));
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"message")
            result.append(Message());
        else if (xml.name() == u"source")
            result.last().source = xml.readElementText();
        else if (xml.name() == u"translation")
            result.last().finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
        else if (xml.name() == u"numerusform")
            result.last().forms.append(xml.readElementText());
    }
    return xml.hasError() ? QList<Message>() : result;
}

} // namespace

class TestTranslation : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryNumberTwoForms();
    void knowsEveryTextWithANumber();
    void saysOneAndManyInEnglish();
};

void TestTranslation::givesEveryNumberTwoForms()
{
    const QList<Message> all = messages();
    QVERIFY(!all.isEmpty());
    for (const Message &message : all) {
        QVERIFY2(message.finished, qPrintable(message.source));
        QVERIFY2(message.forms.size() == 2, qPrintable(message.source));
        for (const QString &form : message.forms)
            QVERIFY2(form.contains(u"%n") && !form.contains(u"(s)"), qPrintable(message.source));
    }
}

void TestTranslation::knowsEveryTextWithANumber()
{
    QSet<QString> known;
    const QList<Message> all = messages();
    for (const Message &message : all)
        known.insert(message.source);
    static const QRegularExpression literal(QStringLiteral("\"((?:[^\"\\\\\\n]|\\\\.)*%n(?:[^\"\\\\\\n]|\\\\.)*)\""));
    static const QRegularExpression betweenParts(QStringLiteral("\"\\s*\\n\\s*\"")); // of a text that is written on several lines
    for (const char *folder : {"/app", "/widgets"}) {
        QDirIterator files(QStringLiteral(QUOTH_SOURCE_DIR) + QLatin1String(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QString content = contentOf(path);
            content.remove(betweenParts);
            for (const auto &match : literal.globalMatch(content)) {
                QVERIFY2(known.contains(match.captured(1)),
                         qPrintable(QStringLiteral("%1: \"%2\": run packaging/update-translations").arg(path, match.captured(1))));
            }
        }
    }
}

void TestTranslation::saysOneAndManyInEnglish()
{
    const auto say = [](int count) { return QCoreApplication::translate("Quoth::CommandLine", "%n article(s) added", nullptr, count); };
    QCOMPARE(say(1), QStringLiteral("1 article(s) added"));
    installLanguage(*QCoreApplication::instance());
    QCOMPARE(say(0), QStringLiteral("0 articles added"));
    QCOMPARE(say(1), QStringLiteral("1 article added"));
    QCOMPARE(say(3), QStringLiteral("3 articles added"));
}

QTEST_GUILESS_MAIN(TestTranslation)
#include "test_translation.moc"
