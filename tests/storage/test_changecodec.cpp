// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/storage/changecodec.h>
#include <tests/support/markup.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Storage;

class TestChangeCodec : public QObject
{
    Q_OBJECT

private slots:
    void readsBackWhatItWrote();
    void writesCodePoints();
    void tellsWhetherAnArticleIsThereAfterwards();
    void refusesADamagedEntry_data();
    void refusesADamagedEntry();
};

namespace {

Edit everyChange(const AnnotatedArticle &article)
{
    Span span = article.annotations.spans[0];
    span.provenance = {State::Suggested, {OriginKind::Detector, true, QStringLiteral("rules"), QStringLiteral("1.0")}, 0.1 + 0.2, QStringLiteral("why")};
    span.speaker = SpeakerId(4);
    span.attributes.insert(QStringLiteral("checkworthy"), QStringLiteral("yes"));
    span.note = QStringLiteral("n\u00F6te \U0001F600");
    Attribution attribution = article.annotations.attributions[0];
    attribution.kind = Kind::Mixed;
    attribution.speaker = SpeakerId(4);
    ArticleMeta meta;
    meta.title = QStringLiteral("T");
    meta.extra.insert(QStringLiteral("wire"), true);
    Edit edit;
    edit.changes = {ChangeOf<Span>{article.annotations.spans[0], span}, ChangeOf<Span>{std::nullopt, span},
                    ChangeOf<Attribution>{attribution, std::nullopt},
                    ChangeOf<Speaker>{std::nullopt, Speaker{SpeakerId(4), QStringLiteral("Ann"), SpeakerType::Group, {QStringLiteral("A.")}, QStringLiteral("Q1"), QStringLiteral("#d55e00")}},
                    ChangeOf<ArticleMeta>{meta, ArticleMeta()},
                    ChangeOf<ArticlePresence>{std::nullopt, ArticlePresence{{SpeakerId(4), SpeakerId(9)}}},
                    ChangeOf<ArticlePresence>{ArticlePresence(), std::nullopt}};
    edit.selectionBefore = {0, 2};
    edit.selectionAfter = {3, 3};
    return edit;
}

} // namespace

void TestChangeCodec::readsBackWhatItWrote()
{
    const AnnotatedArticle article = Test::parse(QStringLiteral("\U0001F600 [S1:Ann] [C1:said] [Q1:\u05E9\u05DC\u05D5\u05DD e\u0301]."));
    const OffsetConverter offsets(article.article.text);
    const Edit edit = everyChange(article);
    const auto read = decodeEdit(encodeEdit(edit, offsets), offsets);
    QVERIFY(read);
    QCOMPARE(*read, edit);
}

void TestChangeCodec::writesCodePoints()
{
    const AnnotatedArticle article = Test::parse(QStringLiteral("\U0001F600[S:Ann]"));
    Edit edit;
    edit.changes = {ChangeOf<Span>{std::nullopt, article.annotations.spans[0]}};
    const QByteArray json = encodeEdit(edit, OffsetConverter(article.article.text));
    QVERIFY2(json.contains("[[1,4]]"), json.constData());
}

void TestChangeCodec::tellsWhetherAnArticleIsThereAfterwards()
{
    Edit edit;
    edit.changes = {ChangeOf<ArticleMeta>{ArticleMeta(), std::nullopt}};
    QCOMPARE(edit.presenceAfter(), std::nullopt);
    edit.changes.append(ChangeOf<ArticlePresence>{std::nullopt, ArticlePresence{{SpeakerId(4)}}});
    QCOMPARE(edit.presenceAfter(), std::optional(true));
    const OffsetConverter none{QString()};
    const auto read = decodeEdit(encodeEdit(edit.reversed(), none), none);
    QVERIFY(read);
    QCOMPARE(read->presenceAfter(), std::optional(false));
}

void TestChangeCodec::refusesADamagedEntry_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no JSON") << QByteArray("{\"changes\":[");
    QTest::newRow("an unknown thing") << QByteArray(R"({"changes":[{"ghost":[null,null]}],"selection":[[0,0],[0,0]]})");
    QTest::newRow("no id") << QByteArray(R"({"changes":[{"span":[{"label":"A","fragments":[[0,1]],"state":"accepted","origin":"person"},null]}],"selection":[[0,0],[0,0]]})");
    QTest::newRow("a state nobody knows") << QByteArray(R"({"changes":[{"span":[{"id":1,"label":"A","fragments":[[0,1]],"state":"x","origin":"person"},null]}],"selection":[[0,0],[0,0]]})");
    QTest::newRow("a speaker without a number") << QByteArray(R"({"changes":[{"presence":[null,{"speakers":["x"]}]}],"selection":[[0,0],[0,0]]})");
    QTest::newRow("past the end") << QByteArray(R"({"changes":[{"span":[{"id":1,"label":"A","fragments":[[0,99]],"state":"accepted","origin":"person"},null]}],"selection":[[0,0],[0,0]]})");
}

void TestChangeCodec::refusesADamagedEntry()
{
    QFETCH(QByteArray, json);
    const auto read = decodeEdit(json, OffsetConverter(QStringLiteral("abc")));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Damaged);
}

QTEST_APPLESS_MAIN(TestChangeCodec)
#include "test_changecodec.moc"
