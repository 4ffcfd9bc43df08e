// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/prodigytokens.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestProdigy : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void givesBackARichArticle();
    void cutsTokensAtTheEdgesOfSpans();
    void writesTokensThatMakeUpTheText();
    void namesLastTokensOfSpans();
    void answersForAcceptedArticlesOnly();
    void readsSpansAndRelations();
    void readsRelationsOfTokens();
    void takesTheAnswer();
    void countsCodePoints();
    void reportsBadSpans();
    void skipsBadLines();
    void recognisesItsFiles();

private:
    Reading read(const QByteArray &lines)
    {
        ImportOptions named;
        named.format = QStringLiteral("prodigy");
        return readPath(writeFile(m_folder, QStringLiteral("in.jsonl"), lines), named);
    }
    static QStringList words(const Reading &reading)
    {
        QStringList result;
        for (const Span &span : reading.annotations().spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article().text, u"|"));
        return result;
    }
    QJsonObject written(const AnnotatedArticle &article, const ExportOptions &options = allStates())
    {
        const QString path = m_folder.filePath(QStringLiteral("out.jsonl"));
        exportTo(path, QStringLiteral("prodigy"), {article}, options);
        return QJsonDocument::fromJson(contentsOf(path)).object();
    }

    const QTemporaryDir m_folder;
};

void TestProdigy::givesBackRandomArticles()
{
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 40; ++seed)
        articles.append(randomArticle(seed));
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("random.jsonl")), QStringLiteral("prodigy"), articles, &losses);
    QVERIFY(reading.result);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    QVERIFY(losses.size() >= 6);
    for (const Issue &issue : losses)
        QVERIFY(issue.severity == Severity::Note);
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestProdigy::givesBackARichArticle()
{
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("rich.jsonl")), QStringLiteral("prodigy"), {richArticle()});
    QCOMPARE(renumbered(reading.articles.value(0).article), renumbered(richArticle()));
}

void TestProdigy::cutsTokensAtTheEdgesOfSpans()
{
    const QString text = QStringLiteral("It’s  na\u0301ive, \U0001F600 a\n\nb ");
    const auto cut = [&](const QList<TextRange> &ranges) {
        QList<FlatRegion> regions;
        for (const TextRange range : ranges)
            regions.append({range, QStringLiteral("X"), {}, {}, {}, {}, {}});
        QStringList tokens;
        const ProdigyTokens all(text, regions);
        for (const ProdigyToken &token : all.tokens())
            tokens.append(text.mid(token.range.begin, token.range.length()) + (token.blank ? QStringLiteral("_") : QString()));
        for (const TextRange range : ranges) {
            if (all.beginningAt(range.begin) < 0 || all.endingAt(range.end) < all.beginningAt(range.begin))
                tokens.append(QStringLiteral("not a token's edge"));
        }
        return tokens.join(u'|');
    };
    QCOMPARE(cut({}), QStringLiteral("It|’|s_| |na\u0301ive|,_|\U0001F600_|a|\n\n|b_"));
    // Within a word, with a blank at its begin, with one at its end, over everything.
    QCOMPARE(cut({{7, 9}, {4, 6}, {13, 14}, {0, qint32(text.size())}}), QStringLiteral("It|’|s|  |n|a\u0301|ive|,| |\U0001F600_|a|\n\n|b| "));
}

void TestProdigy::writesTokensThatMakeUpTheText()
{
    for (quint32 seed = 0; seed < 25; ++seed) {
        const AnnotatedArticle article = randomArticle(seed);
        const QJsonObject record = written(article);
        const QList<uint> points = article.article.text.toUcs4();
        const auto slice = [&](const QJsonValue &object) {
            const int begin = object[QStringLiteral("start")].toInt();
            const QList<uint> piece = points.mid(begin, object[QStringLiteral("end")].toInt() - begin);
            return QString::fromUcs4(reinterpret_cast<const char32_t *>(piece.constData()), piece.size());
        };
        QString text;
        int number = 0;
        const QJsonArray tokens = record.value(u"tokens").toArray();
        for (const QJsonValue &token : tokens) {
            QCOMPARE(token[QStringLiteral("id")].toInt(), number++);
            QCOMPARE(token[QStringLiteral("text")].toString(), slice(token));
            text += token[QStringLiteral("text")].toString() + (token[QStringLiteral("ws")].toBool() ? QStringLiteral(" ") : QString());
        }
        QCOMPARE(text, article.article.text);
        const QJsonArray spans = record.value(u"spans").toArray();
        QVERIFY(!spans.isEmpty());
        for (const QJsonValue &span : spans) {
            QCOMPARE(tokens[span[QStringLiteral("token_start")].toInt()][QStringLiteral("start")], span[QStringLiteral("start")]);
            QCOMPARE(tokens[span[QStringLiteral("token_end")].toInt()][QStringLiteral("end")], span[QStringLiteral("end")]);
        }
        const QJsonArray relations = record.value(u"relations").toArray();
        for (const QJsonValue &relation : relations) {
            QCOMPARE(relation[QStringLiteral("head")], relation[QStringLiteral("head_span")][QStringLiteral("token_end")]);
            QCOMPARE(relation[QStringLiteral("child")], relation[QStringLiteral("child_span")][QStringLiteral("token_end")]);
        }
    }
}

void TestProdigy::namesLastTokensOfSpans()
{
    ArticleBuilder b(QStringLiteral("Ana Petrova said yes."));
    const SpanId ana = b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana Petrova")}).id;
    const SpanId said = b.span(QStringLiteral("Cue"), {QStringLiteral("said")}).id;
    b.attribution({{sourceRole, ana}, {cueRole, said}});
    const QJsonObject record = written(b.article());
    const QByteArray cue = "{\"start\":12,\"end\":16,\"token_start\":2,\"token_end\":2,\"label\":\"Cue\"}";
    const QByteArray source = "{\"start\":0,\"end\":11,\"token_start\":0,\"token_end\":1,\"label\":\"Speaker\"}";
    QCOMPARE(record.value(u"spans").toArray(), QJsonDocument::fromJson('[' + source + ',' + cue + ']').array());
    const QByteArray relation = "{\"head\":2,\"child\":1,\"label\":\"source\",\"quoth\":[1,0],\"head_span\":" + cue + ",\"child_span\":" + source + '}';
    QCOMPARE(record.value(u"relations").toArray(), QJsonDocument::fromJson('[' + relation + ']').array());
}

void TestProdigy::answersForAcceptedArticlesOnly()
{
    ArticleBuilder b(QStringLiteral("Ana said yes."));
    QVERIFY(!written(b.article()).contains(u"answer"));
    b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana")});
    QCOMPARE(written(b.article()).value(u"answer").toString(), QStringLiteral("accept"));
    b.span(QStringLiteral("Cue"), {QStringLiteral("said")}).provenance.state = State::Suggested;
    QVERIFY(!written(b.article()).contains(u"answer"));
    b.span(QStringLiteral("Claim"), {QStringLiteral("yes")}).provenance.state = State::Rejected;
    QJsonObject record = written(b.article());
    QCOMPARE(record.value(u"spans").toArray().size(), 2);
    // Prodigy's user answers, and adds a span.
    QJsonArray spans = record.value(u"spans").toArray();
    spans.append(QJsonObject{{QStringLiteral("start"), 9}, {QStringLiteral("end"), 12}, {QStringLiteral("label"), QStringLiteral("Quotation")}});
    record.insert(QStringLiteral("spans"), spans);
    for (const auto &[answer, states] : {std::pair(QStringLiteral("accept"), QStringLiteral("accepted accepted rejected accepted")), std::pair(QStringLiteral("reject"), QStringLiteral("accepted rejected rejected rejected"))}) {
        record.insert(QStringLiteral("answer"), answer);
        const Reading reading = read(QJsonDocument(record).toJson(QJsonDocument::Compact));
        QStringList found;
        for (const Span &span : reading.annotations().spans)
            found.append(toString(span.provenance.state));
        QCOMPARE(found.join(u' '), states);
    }
}

void TestProdigy::readsSpansAndRelations()
{
    const Reading reading = read(R"({"text":"Ana said A.","_input_hash":1,"_task_hash":2,"tokens":[{"text":"Ana","start":0,"end":3,"id":0,"ws":true}],)"
                                 R"("spans":[{"start":0,"end":3,"token_start":0,"token_end":0,"label":"Speaker","score":0.5},{"start":4,"end":8,"token_start":1,"token_end":1,"label":"Cue"},)"
                                 R"({"start":9,"end":10,"token_start":2,"token_end":2,"label":"Quotation"}],"meta":{"source":"web","title":"T"},)"
                                 R"("relations":[{"head":1,"child":0,"head_span":{"start":4,"end":8,"label":"Cue"},"child_span":{"start":0,"end":3,"label":"Speaker"},"label":"source"},)"
                                 R"({"head":1,"child":2,"head_span":{"start":4,"end":8,"label":null},"child_span":{"start":9,"end":10,"label":"Quotation"},"label":"CONTENT"}],"answer":"accept","_annotator_id":"eva"})");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Quotation:A")}));
    const Annotations &annotations = reading.annotations();
    QCOMPARE(annotations.spans[0].provenance, (Provenance{State::Accepted, {OriginKind::Import, false, QStringLiteral("eva"), {}}, 0.5, {}}));
    QCOMPARE(annotations.attributions.size(), 1);
    QCOMPARE(annotations.attributions[0].fillers.size(), 3);
    QCOMPARE(reading.article().meta.title, QStringLiteral("T"));
    QCOMPARE(reading.article().meta.extra, (QJsonObject{{QStringLiteral("source"), QStringLiteral("web")}}));
    QCOMPARE(reading.article().externalId, QStringLiteral("in-1"));
}

void TestProdigy::readsRelationsOfTokens()
{
    const Reading reading = read(R"({"text":"Ana said A.","spans":[{"start":0,"end":3,"token_end":0,"label":"Speaker"},{"start":4,"end":8,"token_end":1,"label":"Cue"}],)"
                                 R"("relations":[{"head":1,"child":0,"label":"source"},{"head":1,"child":9,"label":"x"},{"head":1,"child":2,"head_span":{"start":4,"end":8},"child_span":{"start":9,"end":10,"label":null},"label":"x"}]})");
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 2);
}

void TestProdigy::takesTheAnswer()
{
    const QByteArray record = R"({"text":"Ana","spans":[{"start":0,"end":3,"label":"Speaker"}],"answer":"ANSWER"})";
    const auto stateWith = [&](const QByteArray &answer) { return toString(read(QByteArray(record).replace("ANSWER", answer)).annotations().spans.value(0).provenance.state); };
    QCOMPARE(stateWith("accept"), QStringLiteral("accepted"));
    QCOMPARE(stateWith("reject"), QStringLiteral("rejected"));
    QCOMPARE(stateWith("ignore"), QStringLiteral("suggested"));
    QCOMPARE(stateWith("maybe"), QStringLiteral("accepted"));
    QCOMPARE(read(QByteArray(record).replace("ANSWER", "maybe")).issuesWith(QStringLiteral("not accept")), 1);
    QCOMPARE(read(QByteArray(record).replace("ANSWER", "reject")).issuesWith(QStringLiteral("read as rejected")), 1);
}

void TestProdigy::countsCodePoints()
{
    const Reading reading = read("{\"text\":\"\xF0\x9F\x98\x80\\r\\nAgre\xCC\x81" "ed \xD7\xA8\xD7\x95\xD7\xAA\",\"spans\":[{\"start\":0,\"end\":1,\"label\":\"E\"},{\"start\":3,\"end\":10,\"label\":\"P\"},{\"start\":11,\"end\":14,\"label\":\"S\"}]}");
    QCOMPARE(words(reading), (QStringList{QStringLiteral("E:\U0001F600"), QStringLiteral("P:Agre\u0301ed"), QStringLiteral("S:\u05E8\u05D5\u05EA")}));
}

void TestProdigy::reportsBadSpans()
{
    const Reading reading = read(R"({"text":"Ana","spans":[{"start":0,"end":9,"label":"A"},{"start":1,"end":1,"label":"B"},{"start":2,"end":1,"label":"C"},{"end":1,"label":"D"},)"
                                 R"({"start":0,"end":1,"label":null},7,{"start":0,"end":2,"label":"E"},{"start":0,"end":2,"label":"F"}],"relations":[{"quoth":[6,7],"head_span":{"start":0,"end":2,"label":"E"},"child_span":{"start":0,"end":2,"label":"F"},"label":"r"},{"quoth":[0,99]},8]})");
    QCOMPARE(words(reading), (QStringList{QStringLiteral("E:An"), QStringLiteral("F:An")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("outside the text")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without characters")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("no whole numbers")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("without a label")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("span that is not there")), 2);
    QCOMPARE(reading.annotations().attributions.value(0).type, QStringLiteral("r"));
}

void TestProdigy::skipsBadLines()
{
    const Reading reading = read("{\"text\":\"A\",\"spans\":null,\"tokens\":7}\n{\"text\":\nnull\n{\"spans\":[]}\n{\"text\":\"B\",\"spans\":{},\"relations\":\"x\",\"quoth\":{\"spans\":{}}}\n{\"text\":\"C\"");
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("not a JSON record")), 3);
    QCOMPARE(reading.issuesWith(QStringLiteral("no \"text\"")), 1);
    QVERIFY(!read("").result);
}

void TestProdigy::recognisesItsFiles()
{
    const FormatRegistry registry;
    const auto formatOf = [&](const QByteArray &bytes) {
        const auto best = registry.bestImporter(writeFile(m_folder, QStringLiteral("which.jsonl"), bytes));
        return best ? (*best)->info().name : QString();
    };
    const QByteArray hashes = R"({"text":"A","_input_hash":5,"_task_hash":7,"spans":[],"answer":"accept"})";
    const QByteArray tokens = R"({"text":"A","tokens":[{"text":"A","start":0,"end":1,"id":0,"ws":false}],"label":[]})";
    const QByteArray plain = R"({"text":"A","spans":[{"start":0,"end":1,"label":"X"}]})";
    const QByteArray words = R"({"text":"the \"tokens\": and \"ws\":"})";
    QCOMPARE(formatOf(hashes), QStringLiteral("prodigy"));
    QCOMPARE(formatOf(tokens), QStringLiteral("prodigy"));
    QCOMPARE(formatOf(plain), QStringLiteral("jsonl"));
    QCOMPARE(formatOf(words), QStringLiteral("jsonl"));
}

QTEST_GUILESS_MAIN(TestProdigy)
#include "test_prodigy.moc"
