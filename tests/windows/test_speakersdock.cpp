// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowbench.h"

#include <app/windows/speakersdock.h>

#include <QAbstractItemView>
#include <QAbstractButton>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

/// The registry of speakers and what spreads over the article, in the real window by real keys.
class TestSpeakersDock : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Test::WindowBench::prepare(QStringLiteral("quoth-test-speakers")); }
    void mergesSpeakersAndTakesItBack();
    void suggestsALabelWhereverTheWordsStand();
    void makesANameAlwaysMeanOneSpeaker();

private:
    /// Once a dialog is open, presses Enter in it.
    static void confirmNextDialog(bool &seen)
    {
        auto *timer = new QTimer(qApp);
        timer->setInterval(50);
        connect(timer, &QTimer::timeout, timer, [timer, &seen] {
            QWidget *dialog = QApplication::activeModalWidget();
            if (!dialog)
                return;
            seen = true;
            for (QAbstractButton *button : dialog->findChildren<QAbstractButton *>()) {
                if (button->property("default").toBool() && !button->isEnabled())
                    return; // it is still counting
            }
            timer->deleteLater();
            QTest::keyClick(dialog, Qt::Key_Return);
        });
        timer->start();
    }
};

AnnotatedArticle credited(const char *markup, const QStringList &names)
{
    AnnotatedArticle article = Test::parse(QString::fromUtf8(markup));
    qint64 number = 0;
    for (Span &span : article.annotations.spans) {
        if (span.label != QStringLiteral("Speaker") || number >= names.size())
            continue;
        Speaker speaker;
        speaker.id = SpeakerId(number + 1);
        speaker.name = names[number++];
        article.annotations.speakers.append(speaker);
        span.speaker = speaker.id;
    }
    return article;
}

void TestSpeakersDock::mergesSpeakersAndTakesItBack()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(credited("[S1:Ann] [C1:said] [Q1:yes]. [S2:Moreau] [C2:said] [Q2:no].", {QStringLiteral("Ann"), QStringLiteral("Moreau")})));
    bench.key(Qt::Key_F6);
    auto *list = bench.window.findChild<QAbstractItemView *>(QStringLiteral("speakers.list"));
    QVERIFY(list);
    QTRY_COMPARE(list->model()->rowCount(), 2);
    list->setFocus();
    list->selectAll();
    bool seen = false;
    confirmNextDialog(seen);
    for (QAction *action : bench.window.desk()->actions()) {
        if (action->objectName() == QStringLiteral("speakers.merge"))
            action->trigger();
    }
    QVERIFY(seen);
    QTRY_COMPARE(bench.speaker(0), bench.speaker(1));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    bench.window.activateWindow(); // which the dialog was before
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.view().setFocus();
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.speaker(1), QStringLiteral("Moreau"));
    QCOMPARE(bench.speaker(0), QStringLiteral("Ann"));
}

void TestSpeakersDock::suggestsALabelWhereverTheWordsStand()
{
    Test::WindowBench bench;
    QVERIFY(bench.open("The [X:reform] is here. A reform, they say. Reformers like the reform."));
    bench.view().setCaret(bench.find("reform").begin + 1);
    bench.key(Qt::Key_Space);
    QVERIFY(bench.bench().currentSpan());
    bool seen = false;
    confirmNextDialog(seen);
    bench.key(Qt::Key_O);
    QVERIFY(seen);
    QTRY_COMPARE(bench.index().spanCount(), 3);
    int suggested = 0;
    for (const IntervalIndex::Entry &entry : bench.index().spansInOrder())
        suggested += bench.index().span(entry.id)->provenance.state == State::Suggested;
    QCOMPARE(suggested, 2);
    bench.window.activateWindow(); // which the dialog was before
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    bench.view().setFocus();
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(bench.index().spanCount(), 1);
}

void TestSpeakersDock::makesANameAlwaysMeanOneSpeaker()
{
    Test::WindowBench bench;
    QVERIFY(bench.open(credited("[S1:Moreau] [C1:said] [Q1:yes]. [S2:Moreau] [C2:said] [Q2:no].", {QStringLiteral("Ann Moreau")})));
    QCOMPARE(bench.speaker(0), QStringLiteral("Ann Moreau"));
    QCOMPARE(bench.speaker(1), QString());
    bench.key(Qt::Key_J);
    bool seen = false;
    confirmNextDialog(seen);
    bench.key(Qt::Key_S, Qt::ShiftModifier);
    QTRY_COMPARE(bench.speaker(1), QStringLiteral("Ann Moreau"));
    const Speaker speaker = bench.index().speakers().constFirst();
    QVERIFY(speaker.aliases.contains(QStringLiteral("Moreau")));
}

QTEST_MAIN(TestSpeakersDock)
#include "test_speakersdock.moc"
