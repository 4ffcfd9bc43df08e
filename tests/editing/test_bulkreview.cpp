// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/editing/bulkreview.h>
#include <app/editing/reviewqueue.h>
#include <tests/support/markup.h>
#include <tests/support/schema.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Editing;

namespace {

/// Two nested attributions and three free spans, of which some came from a detector.
struct Sample
{
    Sample()
        : annotated(Test::parse(QStringLiteral("[S1:Ann Lee] [C1:said] [Q1:that [S2:Ben] [C2:denied] [Q2:the [X:so-called] plan] and [L:it cost 5 euros]]. "
                                               "[S:Mayor Odd] left.")))
    {
        annotated.annotations.speakers = {{SpeakerId(1), QStringLiteral("Dr Ann Lee"), SpeakerType::Person, {}, {}}};
        for (Span &span : annotated.annotations.spans) {
            const QString words = textOf(span.fragments, annotated.article.text);
            if (words == u"Ann Lee")
                span.speaker = SpeakerId(1);
            if (words == u"so-called")
                detected(span.provenance, 0.3);
            if (words == u"it cost 5 euros")
                detected(span.provenance, 0.8);
            if (words == u"denied")
                span.note = QStringLiteral("rather refused");
        }
        detected(annotated.annotations.attributions[1].provenance, 0.6);
        index = AnnotationIndex(annotated.annotations);
    }

    static void detected(Provenance &provenance, double confidence)
    {
        provenance = {State::Suggested, {OriginKind::Detector, false, QStringLiteral("rules"), QStringLiteral("1")}, confidence, {}};
    }
    ReviewedArticle in() const { return {annotated.article, index, schema}; }
    QStringList words(const ReviewFilter &filter) const
    {
        QStringList result;
        for (const Item &item : matching(in(), filter))
            result.append(labelOf(item, index).left(3) + u' ' + wordsOf(item, in(), 20));
        return result;
    }
    QString after(const Edit &edit)
    {
        for (const Change &change : edit.changes)
            index.apply(change);
        return Test::print({annotated.article, index.toAnnotations()});
    }

    AnnotatedArticle annotated;
    AnnotationIndex index;
    Schema schema = Test::defaultSchema();
    IdAllocator ids{Storage::NextIds{100, 100, 100}};
};

} // namespace

class TestBulkReview : public QObject
{
    Q_OBJECT

private slots:
    void listsAttributionsAndFreeSpansInTheArticlesOrder();
    void listsAllSpansOfALabel();
    void filters_data();
    void filters();
    void putsAllConditionsTogether();
    void saysWhatAFilterLetsThrough();
    void changesWhatItWouldChangeOnly();
    void namesTheStepByWhatItDoes();
    void rejectsWhatADetectorMadeInsteadOfDeletingIt();
    void relabelsOnlyWhereTheRoleAllowsIt();
    void previewsWithoutChangingAnything();
    void passesByItemsThatAreGone();
};

void TestBulkReview::listsAttributionsAndFreeSpansInTheArticlesOrder()
{
    const Sample sample;
    QCOMPARE(sample.words({}), (QStringList{QStringLiteral("Att that Ben denied the…"), QStringLiteral("Att the so-called plan"), QStringLiteral("Sca so-called"),
                                           QStringLiteral("Cla it cost 5 euros"), QStringLiteral("Spe Mayor Odd")}));
    const QList<Item> items = matching(sample.in(), {});
    QCOMPARE(items.size(), itemsInOrder(sample.index).size());
    for (qsizetype i = 1; i < items.size(); ++i)
        QVERIFY(comesBefore(items[i - 1], items[i], sample.index) && !comesBefore(items[i], items[i - 1], sample.index));
}

void TestBulkReview::listsAllSpansOfALabel()
{
    ReviewFilter filter;
    filter.labels = {QStringLiteral("Speaker")};
    QCOMPARE(Sample().words(filter), (QStringList{QStringLiteral("Spe Ann Lee"), QStringLiteral("Spe Ben"), QStringLiteral("Spe Mayor Odd")}));
    filter.labels = {QStringLiteral("Attribution"), QStringLiteral("Claim")};
    QCOMPARE(Sample().words(filter).size(), 3);
}

void TestBulkReview::filters_data()
{
    QTest::addColumn<ReviewFilter>("filter");
    QTest::addColumn<int>("count");
    const auto with = [](auto set) {
        ReviewFilter filter;
        set(filter);
        return filter;
    };
    QTest::newRow("state") << with([](auto &f) { f.states = {State::Suggested}; }) << 3;
    QTest::newRow("states") << with([](auto &f) { f.states = {State::Suggested, State::Accepted}; }) << 5;
    QTest::newRow("least confidence") << with([](auto &f) { f.minConfidence = 0.6; }) << 2;
    QTest::newRow("greatest confidence") << with([](auto &f) { f.maxConfidence = 0.6; }) << 2;
    QTest::newRow("detectors") << with([](auto &f) { f.originKind = OriginKind::Detector; }) << 3;
    QTest::newRow("people") << with([](auto &f) { f.originKind = OriginKind::Person; }) << 2;
    QTest::newRow("another detector") << with([](auto &f) { f.originName = QStringLiteral("model"); }) << 0;
    QTest::newRow("speaker of an attribution and claimant") << with([](auto &f) { f.speaker = SpeakerId(1); }) << 2;
    QTest::newRow("nobody") << with([](auto &f) { f.withoutSpeaker = true; }) << 3;
    QTest::newRow("words") << with([](auto &f) { f.text = QStringLiteral("EUROS"); }) << 2;
    QTest::newRow("speaker's name") << with([](auto &f) { f.text = QStringLiteral("dr ann"); }) << 2;
    QTest::newRow("words of a note") << with([](auto &f) { f.text = QStringLiteral("refused"); }) << 1;
    QTest::newRow("notes") << with([](auto &f) { f.withNote = true; }) << 1;
}

void TestBulkReview::filters()
{
    QFETCH(ReviewFilter, filter);
    QTEST(int(Sample().words(filter).size()), "count");
}

void TestBulkReview::putsAllConditionsTogether()
{
    ReviewFilter filter;
    filter.states = {State::Suggested};
    filter.text = QStringLiteral("so-called");
    QCOMPARE(Sample().words(filter).size(), 2);
    filter.maxConfidence = 0.4;
    QCOMPARE(Sample().words(filter), QStringList{QStringLiteral("Sca so-called")});
}

void TestBulkReview::saysWhatAFilterLetsThrough()
{
    const Schema schema = Test::defaultSchema();
    QCOMPARE(describe({}, schema, {}), QString());
    ReviewFilter filter;
    filter.labels = {QStringLiteral("ScareQuote")};
    filter.states = {State::Suggested};
    filter.maxConfidence = 0.4;
    filter.speaker = SpeakerId(1);
    filter.text = QStringLiteral("so");
    QCOMPARE(describe(filter, schema, QStringLiteral("Ann")), QStringLiteral("Scare quote, open, up to 0.4, Ann, “so”"));
}

void TestBulkReview::changesWhatItWouldChangeOnly()
{
    Sample sample;
    const QList<Item> all = matching(sample.in(), {});
    QCOMPARE(affected(all, {BulkAction::Accept, {}}, sample.in()).size(), 3);
    QCOMPARE(affected(all, {BulkAction::Reject, {}}, sample.in()).size(), 5);
    QCOMPARE(affected(all, {BulkAction::Reopen, {}}, sample.in()).size(), 2);
    const Edit edit = bulkEdit(all, {BulkAction::Accept, {}}, sample.in(), sample.ids, QStringLiteral("me"));
    QVERIFY(!sample.after(edit).contains(u'?'));
    sample.after(edit.reversed());
    QCOMPARE(sample.index.toAnnotations().attributions, sample.annotated.annotations.attributions);
}

void TestBulkReview::namesTheStepByWhatItDoes()
{
    const Sample sample;
    ReviewFilter filter;
    filter.maxConfidence = 0.4;
    const Edit edit = bulkEdit(matching(sample.in(), filter), {BulkAction::Reject, {}}, sample.in(), sample.ids, QStringLiteral("me"),
                               describe(filter, sample.schema, {}));
    QCOMPARE(edit.title, QStringLiteral("reject 1 item(s): up to 0.4"));
    QCOMPARE(edit.changes.size(), 1);
}

void TestBulkReview::rejectsWhatADetectorMadeInsteadOfDeletingIt()
{
    Sample sample;
    const QList<Item> all = matching(sample.in(), {});
    const Edit edit = bulkEdit(all, {BulkAction::Delete, {}}, sample.in(), sample.ids, QStringLiteral("me"));
    QCOMPARE(sample.after(edit), QStringLiteral("Ann Lee said that Ben denied the so-called plan and it cost 5 euros. Mayor Odd left."));
    const QList<Item> left = matching(sample.in(), {});
    QCOMPARE(left.size(), 3);
    for (const Item &item : left)
        QVERIFY(provenanceOf(item, sample.index).state == State::Rejected);
    QVERIFY(affected(left, {BulkAction::Delete, {}}, sample.in()).isEmpty());
}

void TestBulkReview::relabelsOnlyWhereTheRoleAllowsIt()
{
    Sample sample;
    ReviewFilter filter;
    filter.labels = {QStringLiteral("Speaker"), QStringLiteral("ScareQuote"), QStringLiteral("Attribution")};
    const Bulk bulk{BulkAction::Relabel, QStringLiteral("Claim")};
    const QList<Item> items = matching(sample.in(), filter);
    QCOMPARE(affected(items, bulk, sample.in()).size(), 2); // the free speaker and the scare quote
    const Edit edit = bulkEdit(items, bulk, sample.in(), sample.ids, QStringLiteral("me"));
    QCOMPARE(edit.title, QStringLiteral("relabel 2 item(s) as Claim"));
    const QString printed = sample.after(edit);
    QVERIFY2(printed.contains(QStringLiteral("[L:so-called]")) && printed.contains(QStringLiteral("[L:Mayor Odd]")), qPrintable(printed));
    for (const Item &item : affected(items, {BulkAction::Reopen, {}}, sample.in())) {
        if (wordsOf(item, sample.in(), 20) == u"so-called")
            QVERIFY(provenanceOf(item, sample.index).origin.edited);
    }
}

void TestBulkReview::previewsWithoutChangingAnything()
{
    const Sample sample;
    const Bulk bulk{BulkAction::Delete, {}};
    BulkPreview preview;
    preview.add(affected(matching(sample.in(), {}), bulk, sample.in()), bulk, sample.in());
    preview.add({}, bulk, sample.in());
    QCOMPARE(preview.items, 5);
    QCOMPARE(preview.articles, 1);
    QCOMPARE(preview.keptAsRejected, 3);
    QCOMPARE(preview.counts.value(QStringLiteral("Attribution")).value(State::Suggested), 1);
    QCOMPARE(preview.counts.value(QStringLiteral("Attribution")).value(State::Accepted), 1);
    QVERIFY(preview.examples.contains(QStringLiteral("Claim: it cost 5 euros")));
}

void TestBulkReview::passesByItemsThatAreGone()
{
    const Sample sample;
    const QList<Item> gone{SpanId(77), AttributionId(77)};
    QVERIFY(affected(gone, {BulkAction::Reject, {}}, sample.in()).isEmpty());
    QVERIFY(!matches(gone[0], sample.in(), {}));
    QVERIFY(bulkEdit(gone, {BulkAction::Delete, {}}, sample.in(), sample.ids, {}).changes.isEmpty());
}

QTEST_APPLESS_MAIN(TestBulkReview)
#include "test_bulkreview.moc"
