// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/annotationmodel.h>
#include <app/annotation/nesting.h>
#include <app/annotation/schema.h>
#include <tests/support/markup.h>

#include <QFile>
#include <QSignalSpy>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;

class TestValues : public QObject
{
    Q_OBJECT

private slots:
    void normalisesLineEndsOnceAndSaysSo();
    void joinsFragmentsThatOverlapOrTouch();
    void movesEdgesOutOfCharacters();
    void refusesFragmentsOutsideTheText();
    void readsTheKindOffTheQuotationMarks_data();
    void readsTheKindOffTheQuotationMarks();
    void derivesNestingFromContainment();
    void derivesTheClaimantAsTheInnermostAttribution();
    void leavesRejectedAttributionsOutOfNesting();
    void readsTheDefaultSchemaAndWritesItBackEqual();
    void refusesABadSchemaInWords_data();
    void refusesABadSchemaInWords();
    void tellsColoursAndItemsOfWikidata();
    void keepsWhatAStateFilterLeaves();
    void appliesAnEditAndItsReverseToTheModel();
};

void TestValues::normalisesLineEndsOnceAndSaysSo()
{
    const NormalisedText mixed = normalised(QChar(QChar::ByteOrderMark) + QStringLiteral("a\r\nb\rc\nd"));
    QCOMPARE(mixed.text, QStringLiteral("a\nb\nc\nd"));
    QCOMPARE(mixed.changes.size(), 2);
    const NormalisedText broken = normalised(QStringLiteral("x") + QChar(0xD800) + QChar(0) + QStringLiteral("\U0001F600"));
    QCOMPARE(broken.text, QStringLiteral("x\uFFFD\uFFFD\U0001F600"));
    QCOMPARE(normalised(broken.text).changes, QStringList());
}

void TestValues::joinsFragmentsThatOverlapOrTouch()
{
    QCOMPARE(canonical({{8, 9}, {1, 4}, {4, 6}, {5, 5}, {3, 5}}), (QList<TextRange>{{1, 6}, {8, 9}}));
    QCOMPARE(canonical({{3, 3}}), QList<TextRange>());
}

void TestValues::movesEdgesOutOfCharacters()
{
    const QString text = QStringLiteral("a\U0001F600b\U0001F601") + QChar(0xDC00); // pairs at 1 and 4, a lone half at 6
    QCOMPARE(wholeCharacters({{2, 4}}, text), (QList<TextRange>{{1, 4}}));
    QCOMPARE(wholeCharacters({{0, 2}}, text), (QList<TextRange>{{0, 3}}));
    QCOMPARE(wholeCharacters({{2, 5}}, text), (QList<TextRange>{{1, 6}}));
    QCOMPARE(wholeCharacters({{5, 6}, {0, 2}, {2, 2}}, text), (QList<TextRange>{{0, 3}, {4, 6}}));
    QCOMPARE(wholeCharacters({{0, 5}, {6, 7}}, text), (QList<TextRange>{{0, 7}}));
    QCOMPARE(wholeCharacters({{2, 2}}, text), QList<TextRange>());
    QCOMPARE(wholeCharacters({{-3, 2}, {6, 90}}, text), (QList<TextRange>{{-3, 3}, {6, 90}}));
}

void TestValues::refusesFragmentsOutsideTheText()
{
    QVERIFY(isValid({{0, 2}, {3, 5}}, 5));
    QVERIFY(!isValid({{0, 2}, {3, 6}}, 5));
    QVERIFY(!isValid({{0, 2}, {2, 4}}, 5));
    QVERIFY(!isValid({{-1, 2}}, 5));
    QVERIFY(!isValid({{2, 2}}, 5));
    QVERIFY(!isValid({}, 5));
}

void TestValues::readsTheKindOffTheQuotationMarks_data()
{
    QTest::addColumn<QString>("markup");
    QTest::addColumn<QString>("kind");
    QTest::newRow("curly") << QStringLiteral("[Q:\u201CIt works,\u201D] she said.") << QStringLiteral("direct");
    QTest::newRow("marks outside the content") << QStringLiteral("\u201C[Q:It works],\u201D she said.") << QStringLiteral("direct");
    QTest::newRow("straight") << QStringLiteral("[Q:\"It works,\"] she said.") << QStringLiteral("direct");
    QTest::newRow("German") << QStringLiteral("[Q:\u201EEs geht\u201C], sagte sie.") << QStringLiteral("direct");
    QTest::newRow("guillemets") << QStringLiteral("[Q:\u00ABCa va\u00BB]") << QStringLiteral("direct");
    QTest::newRow("indirect") << QStringLiteral("She said [Q:that it\u2019s \u2018working\u2019].") << QStringLiteral("indirect");
    QTest::newRow("mixed") << QStringLiteral("She said [Q:it was \u201Cworking\u201D].") << QStringLiteral("mixed");
    QTest::newRow("nothing to read") << QStringLiteral("[Q:...]") << QString();
}

void TestValues::readsTheKindOffTheQuotationMarks()
{
    QFETCH(QString, markup);
    QFETCH(QString, kind);
    const AnnotatedArticle article = Test::parse(markup);
    const auto found = kindOf(article.annotations.spans[0].fragments, article.article.text);
    QCOMPARE(found ? toString(*found) : QString(), kind);
}

void TestValues::derivesNestingFromContainment()
{
    const AnnotatedArticle article
        = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:that [S2:Ben] [C2:said] [Q2:that [S3:Cy] [C3:thinks] [Q3:so]]]."));
    const AnnotationIndex index(article.annotations);
    const auto attribution = [&](int i) { return *index.attribution(AttributionId(i)); };
    QCOMPARE(parentOf(attribution(1), index), std::nullopt);
    QCOMPARE(parentOf(attribution(2), index), std::optional(AttributionId(1)));
    QCOMPARE(parentOf(attribution(3), index), std::optional(AttributionId(2)));
    QCOMPARE(depthOf(attribution(3), index), 2);
}

void TestValues::derivesTheClaimantAsTheInnermostAttribution()
{
    const AnnotatedArticle article
        = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:[L:it fell]]. [L:Nobody knows]. [S2:Ben] [C2:said] [Q2:so]."));
    const AnnotationIndex index(article.annotations);
    QList<Span> claims;
    for (const Span &span : article.annotations.spans) {
        if (span.label == u"Claim")
            claims.append(span);
    }
    QCOMPARE(claims.size(), 2);
    QCOMPARE(enclosingAttribution(claims[0].fragments, index), std::optional(AttributionId(1)));
    QCOMPARE(enclosingAttribution(claims[1].fragments, index), std::nullopt);
}

void TestValues::leavesRejectedAttributionsOutOfNesting()
{
    AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:that [S2:Ben] [C2:said] [Q2:so]]."));
    article.annotations.attributions[0].provenance.state = State::Rejected;
    const AnnotationIndex index(article.annotations);
    QCOMPARE(parentOf(*index.attribution(AttributionId(2)), index), std::nullopt);
}

void TestValues::readsTheDefaultSchemaAndWritesItBackEqual()
{
    QFile file(QStringLiteral(":/quoth/schemas/attribution-claims.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto schema = Schema::fromJson(file.readAll(), file.fileName());
    QVERIFY2(schema, schema ? "" : qPrintable(schema.error().text()));
    QCOMPARE(schema->labels.size(), 5);
    QCOMPARE(schema->frameType(u"Attribution")->roles.size(), 3);
    QCOMPARE(schema->rolesOf(u"Quotation"), QStringList(contentRole));
    const auto again = Schema::fromJson(schema->toJson(), {});
    QVERIFY(again);
    QCOMPARE(*again, *schema);
}

void TestValues::refusesABadSchemaInWords_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    const QByteArray label = R"({"name":"A","mark":"box","colour":"#000000","darkColour":"#ffffff","key":"1"})";
    const auto with = [&](const QByteArray &labels, const QByteArray &frames = "[]") {
        return R"({"name":"x","labels":)" + labels + R"(,"frames":)" + frames + "}";
    };
    QTest::newRow("no JSON") << QByteArray("{") << QStringLiteral("no schema");
    QTest::newRow("no labels") << with("[]") << QStringLiteral("no labels");
    QTest::newRow("a name twice") << with("[" + label + "," + label + "]") << QStringLiteral("twice");
    QTest::newRow("a key twice") << with("[" + label + "," + QByteArray(label).replace("\"A\"", "\"B\"") + "]") << QStringLiteral("twice");
    QTest::newRow("a bad colour") << with("[" + QByteArray(label).replace("#000000", "black") + "]") << QStringLiteral("colour");
    QTest::newRow("an unknown mark") << with("[" + QByteArray(label).replace("box", "star") + "]") << QStringLiteral("mark");
    QTest::newRow("an unknown label in a role")
        << with("[" + label + "]", R"([{"name":"F","roles":[{"name":"r","labels":["B"]}]}])") << QStringLiteral("unknown label");
    QTest::newRow("a frame without roles") << with("[" + label + "]", R"([{"name":"F"}])") << QStringLiteral("no roles");
}

void TestValues::refusesABadSchemaInWords()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto schema = Schema::fromJson(json, QStringLiteral("here"));
    QVERIFY(!schema);
    QVERIFY2(schema.error().message.contains(says), qPrintable(schema.error().text()));
    QCOMPARE(schema.error().place, QStringLiteral("here"));
}

void TestValues::tellsColoursAndItemsOfWikidata()
{
    for (const char *colour : {"#d55e00", "#D55E00", "#000000"})
        QVERIFY2(isColour(QString::fromLatin1(colour)), colour);
    for (const char *none : {"", "#", "#d55e0", "#d55e000", "d55e000", "#d55g00", "red"})
        QVERIFY2(!isColour(QString::fromLatin1(none)), none);
    for (const char *item : {"Q1", "Q42", "Q2627206"})
        QVERIFY2(isWikidataId(QString::fromLatin1(item)), item);
    for (const char *none : {"", "Q", "Q0", "Q042", "q42", "P31", "Q4x", "42"})
        QVERIFY2(!isWikidataId(QString::fromLatin1(none)), none);
}

void TestValues::keepsWhatAStateFilterLeaves()
{
    AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]. [S2:Ben] [C2:said] [Q2:no]."));
    for (Span &span : article.annotations.spans) {
        if (span.fragments[0].begin > 12)
            span.provenance.state = State::Rejected;
    }
    article.annotations.attributions[1].provenance.state = State::Rejected;
    const Annotations kept = inStates(article.annotations, {State::Accepted});
    QCOMPARE(kept.spans.size(), 3);
    QCOMPARE(kept.attributions.size(), 1);
}

void TestValues::appliesAnEditAndItsReverseToTheModel()
{
    const AnnotatedArticle article = Test::parse(QStringLiteral("[S1:Ann] [C1:said] [Q1:so]."));
    AnnotationModel model;
    model.open(article);
    QSignalSpy applied(&model, &AnnotationModel::applied);
    Span moved = article.annotations.spans[2];
    moved.fragments = {{9, 12}};
    Attribution removed = article.annotations.attributions[0];
    Edit edit;
    edit.article = article.article.id;
    edit.changes = {ChangeOf<Span>{article.annotations.spans[2], moved}, ChangeOf<Attribution>{removed, std::nullopt}};
    model.apply(edit);
    QCOMPARE(model.index().span(moved.id)->fragments, moved.fragments);
    QCOMPARE(model.index().attribution(removed.id), nullptr);
    QVERIFY(!model.index().isFramed(moved.id));
    QCOMPARE(model.index().spansTouching({11, 12}), QList<SpanId>{moved.id});
    model.apply(edit.reversed());
    QCOMPARE(model.index().toAnnotations(), article.annotations);
    QCOMPARE(applied.count(), 2);
    edit.article = ArticleId(99);
    model.apply(edit);
    QCOMPARE(model.index().toAnnotations(), article.annotations);
}

QTEST_APPLESS_MAIN(TestValues)
#include "test_values.moc"
