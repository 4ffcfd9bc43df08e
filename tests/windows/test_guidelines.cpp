// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowbench.h"

#include <widgets/guidelinepanel.h>

#include <QTextBrowser>
#include <QTextDocument>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

/// The guideline key in the real window.
class TestGuidelines : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { Test::WindowBench::prepare(QStringLiteral("quoth-test-guidelines")); }
    void showsThatOfTheSpanInHandUntilTheKeyComesAgain();
    void showsThatOfTheAttributionInHand();
    void listsAllWithTheirKeysWhenNothingIsInHand();
    void letsOtherKeysWorkOnTheArticle();
    void fitsASmallWindow();
};

namespace {

Widgets::GuidelinePanel *panel(Test::WindowBench &desk) { return desk.view().findChild<Widgets::GuidelinePanel *>(); }

Annotation::AnnotatedArticle article()
{
    Annotation::AnnotatedArticle result;
    result.article.text = QStringLiteral("Ann Lee said the dam would hold. Nobody asked.");
    Span source, cue, content;
    source.id = SpanId(1), source.label = QStringLiteral("Speaker"), source.fragments = {{0, 7}};
    cue.id = SpanId(2), cue.label = QStringLiteral("Cue"), cue.fragments = {{8, 12}};
    content.id = SpanId(3), content.label = QStringLiteral("Quotation"), content.fragments = {{13, 31}};
    Attribution attribution;
    attribution.id = AttributionId(4);
    attribution.fillers = {{sourceRole, source.id}, {cueRole, cue.id}, {contentRole, content.id}};
    result.annotations.spans = {source, cue, content};
    result.annotations.attributions = {attribution};
    return result;
}

} // namespace

void TestGuidelines::showsThatOfTheSpanInHandUntilTheKeyComesAgain()
{
    Test::WindowBench desk;
    QVERIFY(desk.open(article()));
    desk.bench().setCurrent(AttributionId(4), SpanId(2));
    for (const Qt::Key closer : {Qt::Key_H, Qt::Key_Escape}) {
        desk.key(Qt::Key_H);
        QVERIFY(panel(desk)->isVisible());
        QTextBrowser *text = panel(desk)->text();
        QVERIFY(text->hasFocus());
        QCOMPARE(text->accessibleName(), QStringLiteral("Guideline of Cue"));
        const Label *cue = desk.bench().schema().label(u"Cue");
        QVERIFY(text->toPlainText().contains(cue->guideline));
        QVERIFY(text->toPlainText().contains(QStringLiteral("key 2")));
        QVERIFY(text->accessibleDescription().contains(cue->guideline));
        QVERIFY(!text->toPlainText().contains(desk.bench().schema().label(u"Claim")->guideline));
        QTest::keyClick(text, closer);
        QVERIFY(!panel(desk)->isVisible());
        QVERIFY(desk.view().hasFocus());
        QVERIFY(desk.bench().current() == Editing::Item(AttributionId(4))); // Esc closed the panel and nothing else
    }
}

void TestGuidelines::showsThatOfTheAttributionInHand()
{
    Test::WindowBench desk;
    QVERIFY(desk.open(article()));
    desk.bench().setCurrent(AttributionId(4));
    desk.key(Qt::Key_H);
    const FrameType &type = desk.bench().schema().frameTypes.constFirst();
    QVERIFY(panel(desk)->text()->accessibleName().contains(type.title));
    QVERIFY(panel(desk)->text()->toPlainText().contains(type.roles.constFirst().title));
}

void TestGuidelines::listsAllWithTheirKeysWhenNothingIsInHand()
{
    Test::WindowBench desk;
    QVERIFY(desk.open(article()));
    desk.bench().setCurrent(std::nullopt);
    desk.key(Qt::Key_H);
    const QString text = panel(desk)->text()->toPlainText();
    const Schema &schema = desk.bench().schema();
    for (const Label &label : schema.labels) {
        QVERIFY2(text.contains(label.title + QStringLiteral("  key ") + label.key), qPrintable(text));
        QVERIFY(text.contains(label.guideline));
    }
    QCOMPARE(text.count(QChar::ObjectReplacementCharacter), schema.labels.size()); // the marks
    const int content = int(panel(desk)->text()->document()->size().height());
    QVERIFY2(panel(desk)->height() <= content + 12, "There is room below the text when it is opened first.");
}

void TestGuidelines::letsOtherKeysWorkOnTheArticle()
{
    Test::WindowBench desk;
    QVERIFY(desk.open(article()));
    desk.bench().setCurrent(std::nullopt);
    desk.select("Nobody asked");
    desk.key(Qt::Key_H);
    QVERIFY(panel(desk)->isVisible());
    QTest::keyClick(panel(desk)->text(), Qt::Key_4);
    QCOMPARE(desk.index().spanCount(), 4);
    QVERIFY(!panel(desk)->isVisible());
    QVERIFY(desk.view().hasFocus());
}

void TestGuidelines::fitsASmallWindow()
{
    Test::WindowBench desk;
    QVERIFY(desk.open(article()));
    desk.bench().setCurrent(std::nullopt);
    desk.window.resize(700, 320);
    QTest::qWait(20);
    desk.key(Qt::Key_H);
    QVERIFY(panel(desk)->isVisible());
    QVERIFY2(desk.view().rect().contains(panel(desk)->geometry()), "The panel is cut off.");
}

QTEST_MAIN(TestGuidelines)
#include "test_guidelines.moc"
