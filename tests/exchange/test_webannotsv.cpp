// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "castesting.h"

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestWebAnnoTsv : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void givesBackWhatARichArticleHas();
    void keepsNamesOfOtherSchemas();
    void writesTheFormOfTheSpecification();
    void keepsWhereSpansEndBetweenWords();
    void keepsTheText_data();
    void keepsTheText();
    void saysWhatItLoses();
    void readsStackedAndLongSpans();
    void readsPartsOfTokens();
    void readsSlots();
    void readsRelations();
    void readsChainsAsSpans();
    void readsEscapes();
    void countsUtf16Units();
    void readsSentencesWithGaps();
    void believesTheTextsWhereOffsetsAreWrong();
    void reportsBadRows();
    void namesLayersThatHaveNoName();
    void refusesWhatIsNoTsv();
    void readsFilesCutShort();

private:
    Reading read(const QByteArray &content)
    {
        return readPath(writeFile(m_folder, QStringLiteral("in.tsv"), "#FORMAT=WebAnno TSV 3.3\n" + content));
    }

    QTemporaryDir m_folder;
};

void TestWebAnnoTsv::givesBackRandomArticles()
{
    Kept kept;
    kept.meta = false;
    checkRandomArticles(QStringLiteral("webannotsv"), kept, {QStringLiteral("metadata"), QStringLiteral("\"exact\"")});
}

void TestWebAnnoTsv::givesBackWhatARichArticleHas() { checkRichArticle(QStringLiteral("webannotsv")); }

void TestWebAnnoTsv::keepsNamesOfOtherSchemas() { checkOtherNames(QStringLiteral("webannotsv")); }

void TestWebAnnoTsv::writesTheFormOfTheSpecification()
{
    ArticleBuilder b(QStringLiteral("Ana_B said: “rain\n  fell”\\now.\n"), QStringLiteral("form"));
    const SpanId source = b.span(QStringLiteral("Speaker"), {QStringLiteral("Ana_B")}).id;
    const SpanId content = b.span(QStringLiteral("Quotation"), {QStringLiteral("rain\n  fe"), QStringLiteral("now")}).id;
    b.span(QStringLiteral("Cue"), {QStringLiteral("rain")}).note = QStringLiteral("a|b_c[1]*;->\\ -\tx\ny");
    b.attribution({{sourceRole, source}, {contentRole, content}});
    const QString path = m_folder.filePath(QStringLiteral("form.tsv"));
    QCOMPARE(exportTo(path, QStringLiteral("webannotsv"), {b.article()}), QList<Issue>());
    QCOMPARE(QString::fromUtf8(contentsOf(path)),
             QStringLiteral("#FORMAT=WebAnno TSV 3.3\n"
                            "#T_SP=webanno.custom.QuothSpan|label|state|origin|note|ROLE_webanno.custom.QuothSpan:pieces_webanno."
                            "custom.QuothSpanPiecesLink|webanno.custom.QuothSpan\n"
                            "#T_SP=webanno.custom.QuothFrame|frame|state|origin|ROLE_webanno.custom.QuothFrame:roles_webanno."
                            "custom.QuothFrameRolesLink|webanno.custom.QuothSpan\n"
                            "\n\n"
                            "#Text=Ana_B said: “rain\n"
                            "1-1\t0-5\tAna_B\tSpeaker[1]\taccepted[1]\tperson[1]\t*[1]\t_[1]\t*\tAttribution[5]\taccepted[5]"
                            "\tperson[5]\tsource;content[5]\t1-1[1];1-5[2]\t\n"
                            "1-2\t6-10\tsaid\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
                            "1-3\t10-11\t:\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
                            "1-4\t12-13\t“\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
                            "1-5\t13-17\train\tQuotation[2]|Cue[4]\taccepted[2]|accepted[4]\tperson[2]|person[4]\t*[2]|a\\|b\\_"
                            "c\\[1\\]\\*\\;\\->\\\\ -\\tx\\ny[4]\tpiece[2]|_[4]\t2-4[3]|*\t_\t_\t_\t_\t_\t\n"
                            "\n"
                            "#Text=fell”\\\\now.\n"
                            "#Text=\n"
                            "2-1\t20-24\tfell\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
                            "2-1.1\t20-22\tfe\tQuotation[2]\taccepted[2]\tperson[2]\t*[2]\tpiece[2]\t2-4[3]\t_\t_\t_\t_\t_\t\n"
                            "2-2\t24-25\t”\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
                            "2-3\t25-26\t\\\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"
                            "2-4\t26-29\tnow\tQuotation[3]\t*[3]\t*[3]\t*[3]\t_[3]\t*\t_\t_\t_\t_\t_\t\n"
                            "2-5\t29-30\t.\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t_\t\n"));
    const Reading reading = readPath(path);
    QCOMPARE(
        wordsOf(reading),
        (QStringList{QStringLiteral("Speaker:Ana_B"), QStringLiteral("Quotation:rain\n  fe|now"), QStringLiteral("Cue:rain")}));
    QCOMPARE(reading.annotations().spans[2].note, QStringLiteral("a|b_c[1]*;->\\ -\tx\ny"));
    QCOMPARE(framesOf(reading), QStringList{QStringLiteral("Attribution: source=Ana_B, content=rain\n  fe|now")});
}

void TestWebAnnoTsv::keepsWhereSpansEndBetweenWords()
{
    ArticleBuilder b(QStringLiteral("One two\n\nthree\n"));
    b.span(QStringLiteral("A"), {QStringLiteral("One ")});
    b.span(QStringLiteral("B"), {QStringLiteral("\n\n")});
    b.span(QStringLiteral("C"), {QStringLiteral("\nthree")});
    const QString path = m_folder.filePath(QStringLiteral("a1.tsv"));
    const QList<Issue> losses = exportTo(path, QStringLiteral("webannotsv"), {b.article()});
    QCOMPARE(losses.size(), 1);
    QVERIFY(losses[0].severity == Severity::Note);
    QCOMPARE(losses[0].count, 3);
    QCOMPARE(wordsOf(readPath(path)),
             (QStringList{QStringLiteral("A:One "), QStringLiteral("B:\n\n"), QStringLiteral("C:\nthree")}));
    // Without our feature there are the words; a span between them has none.
    QByteArray bytes = contentsOf(path);
    bytes.replace("|exact", "|other");
    const Reading other = readPath(writeFile(m_folder, QStringLiteral("other.tsv"), bytes));
    QCOMPARE(wordsOf(other), (QStringList{QStringLiteral("A:One"), QStringLiteral("C:three")}));
    QCOMPARE(other.issuesWith(QStringLiteral("without characters")), 1);
    // A span that was moved keeps its new place.
    bytes = contentsOf(path);
    bytes.replace("0-4[1]", "4-9[1]");
    QCOMPARE(wordsOf(readPath(writeFile(m_folder, QStringLiteral("moved.tsv"), bytes)))[0], QStringLiteral("A:One"));
}

void TestWebAnnoTsv::keepsTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("back");
    for (const QString &text : {QStringLiteral("One"), QStringLiteral("One\n"), QStringLiteral("One\n\n\n"),
                                QStringLiteral("One\n  two\n\tthree \n\n\u00A0four\n"), QStringLiteral("   One"),
                                QStringLiteral("a\\b\\t\u0001\u000B\u2028c\f\u0008.\u0085d")})
        QTest::addRow("%d", int(text.size())) << text << text;
    QTest::newRow("white space first") << QStringLiteral("\n\t One\n") << QStringLiteral("   One\n");
}

void TestWebAnnoTsv::keepsTheText()
{
    QFETCH(QString, text);
    QFETCH(QString, back);
    ArticleBuilder b(text, QStringLiteral("text"));
    QList<Issue> losses;
    const Reading reading
        = throughFile(m_folder.filePath(QStringLiteral("text.tsv")), QStringLiteral("webannotsv"), {b.article()}, &losses);
    QCOMPARE(reading.article().text, back);
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(losses.size(), text == back ? 0 : 1);
}

void TestWebAnnoTsv::saysWhatItLoses()
{
    ArticleBuilder blank(QStringLiteral("\n \n"), QStringLiteral("a:b"));
    blank.span(QStringLiteral("A"), {QStringLiteral(" ")});
    ArticleBuilder b(QStringLiteral("One"));
    b.span(QStringLiteral("A"), {QStringLiteral("One")}).note = QStringLiteral("x\r\ny");
    b.article().article.meta.title = QStringLiteral("Title");
    const QList<Issue> losses
        = exportTo(m_folder.filePath(QStringLiteral("lost.zip")), QStringLiteral("webannotsv"), {blank.article(), b.article()});
    QStringList told;
    for (const Issue &issue : losses) {
        QVERIFY(issue.severity == Severity::Warning);
        told.append(issue.message);
    }
    QCOMPARE(told.size(), 5);
    for (const QString &words : {QStringLiteral("lost their text"), QStringLiteral("were left out"), QStringLiteral("ids"),
                                 QStringLiteral("metadata"), QStringLiteral("Line ends")})
        QCOMPARE(told.filter(words).size(), 1);
}

void TestWebAnnoTsv::readsStackedAndLongSpans()
{
    const Reading reading = read("#T_SP=webanno.custom.Span|value|sure\n#T_SP=webanno.custom.Plain|\n\n\n#Text=Ana said so "
                                 ".\n#Sentence.id=s1\n1-1\t0-3\tAna\tPER[1]|part[2]\t*[1]|yes[2]\t_\t\n"
                                 "1-2\t4-8\tsaid\tPER[1]\t*[1]\t*\n1-3\t9-11\tso\t_\t_\t*\n1-4\t12-13\t.\t_\t_\t_\t\n\n#Text=Bo "
                                 ".\n2-1\t14-16\tBo\tX[3]\t*[3]\t_\n2-2\t17-18\t.\tX[3]\t*[3]\t_\n");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.article().text, QStringLiteral("Ana said so .\nBo ."));
    QCOMPARE(wordsOf(reading),
             (QStringList{QStringLiteral("PER:Ana said"), QStringLiteral("part:Ana"), QStringLiteral("Plain:said"),
                          QStringLiteral("Plain:so"), QStringLiteral("X:Bo .")}));
    QCOMPARE(reading.annotations().spans[1].attributes, (QJsonObject{{QStringLiteral("sure"), QStringLiteral("yes")}}));
}

void TestWebAnnoTsv::readsPartsOfTokens()
{
    const Reading reading
        = read("#T_SP=webanno.custom.Span|value\n\n\n#Text=rainfall "
               "now\n1-1\t0-8\trainfall\t_\n1-1.1\t0-4\train\ta\n1-1.2\t4-8\tfall\tb[1]\n1-2\t9-12\tnow\tb[1]\n");
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("a:rain"), QStringLiteral("b:fall now")}));
}

void TestWebAnnoTsv::readsSlots()
{
    const QByteArray header = "#T_SP=webanno.custom.Frame|FE|ROLE_webanno.custom.Frame:Roles_webanno.custom.FrameRolesLink|"
                              "webanno.custom.Lu\n#T_SP=webanno.custom.Lu|value\n\n\n";
    const Reading reading = read(
        header
        + "#Text=Ana told the "
          "boy\n1-1\t0-3\tAna\t_\t_\t_\twho\n1-2\t4-8\ttold\ttelling[2]|asking[3]\tsource;content[2]|_[3]\t1-1;1-3[1]|*\t_\n"
          "1-3\t9-12\tthe\t_\t_\t_\twhom[1]\n1-4\t13-16\tboy\t_\t_\t_\twhom[1]\n");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(wordsOf(reading),
             (QStringList{QStringLiteral("who:Ana"), QStringLiteral("Frame:told"), QStringLiteral("Frame:told"),
                          QStringLiteral("whom:the boy")}));
    QCOMPARE(framesOf(reading), QStringList{QStringLiteral("Frame: cue=told, source=Ana, content=the boy")});
    QCOMPARE(reading.annotations().spans[1].attributes, (QJsonObject{{QStringLiteral("FE"), QStringLiteral("telling")}}));
    // Slots that any annotation may fill tell it by its id.
    const Reading any
        = read("#T_SP=webanno.custom.S|\n#T_SP=webanno.custom.H|ROLE_webanno.custom.H:links_webanno.custom.HLinksLink|uima.tcas."
               "Annotation\n\n\n"
               "#Text=a b c\n1-1\t0-1\ta\t_\tr1;*;r9\t1-2[7];1-3;1-9\n1-2\t2-3\tb\t*[7]\t_\t_\n1-3\t4-5\tc\t*\t_\t_\n");
    QCOMPARE(framesOf(any), QStringList{QStringLiteral("H: cue=a, r1=b, links=c")});
    QCOMPARE(any.issuesWith(QStringLiteral("not there")), 1);
}

void TestWebAnnoTsv::readsRelations()
{
    const Reading reading = read(
        "#T_SP=webanno.custom.Span|value\n#T_RL=webanno.custom.Relation|value|BT_webanno.custom.Span\n\n\n#Text=Ana told Bo\n"
        "1-1\t0-3\tAna\ta\t_\t_\n1-2\t4-8\ttold\tb[1]|c[2]\tsays|*\t1-1[0_2]|1-1[0_1]\n1-3\t9-11\tBo\td\t*\t1-2[2_0]\n");
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(framesOf(reading),
             (QStringList{QStringLiteral("says: source=Ana, content=told"), QStringLiteral("Relation: source=Ana, content=told"),
                          QStringLiteral("Relation: source=told, content=Bo")}));
    const Annotations &annotations = reading.annotations();
    QCOMPARE(annotations.span(annotations.attributions[0].fillers[1].span)->label, QStringLiteral("c"));
    QCOMPARE(annotations.span(annotations.attributions[2].fillers[0].span)->label, QStringLiteral("c"));
}

void TestWebAnnoTsv::readsChainsAsSpans()
{
    const Reading reading = read("#T_CH=webanno.custom.CorefLink|referenceType|referenceRelation\n\n\n#Text=Ana Lind said "
                                 "she\n1-1\t0-3\tAna\tname[1]\tcoref->1-1\n"
                                 "1-2\t4-8\tLind\tname[1]\tcoref->1-1\n1-3\t9-13\tsaid\t_\t_\n1-4\t14-17\tshe\t*[1]\t*->1-2\n");
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("CorefLink:Ana Lind"), QStringLiteral("CorefLink:she")}));
    QCOMPARE(reading.annotations().spans[0].attributes.value(u"referenceType"), QStringLiteral("name"));
    QVERIFY(reading.annotations().attributions.isEmpty());
    QCOMPARE(reading.issuesWith(QStringLiteral("Chains")), 1);
}

void TestWebAnnoTsv::readsEscapes()
{
    const Reading reading = read(
        "#T_SP=a.B|value|x\n\n\n#Text=a\\tb\\\\n \\q\\rc\n1-1\t0-1\ta\t\\*\t\\->\\q\\\\\\|\\n\n1-2\t2-3\tb\t\\_[1]\t\\[1\\]\n");
    QCOMPARE(reading.article().text, QStringLiteral("a\tb\\n \\q\nc"));
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("*:a"), QStringLiteral("_:b")}));
    QCOMPARE(reading.annotations().spans[0].attributes.value(u"x"), QStringLiteral("->\\q\\|\n"));
    QCOMPARE(reading.annotations().spans[1].attributes.value(u"x"), QStringLiteral("[1]"));
    const Reading old = readPath(writeFile(
        m_folder, QStringLiteral("old.tsv"),
        "#FORMAT=WebAnno TSV 3.1\n#T_SP=a.B|value\n\n\n#Text=caf\\u00e9 x\n1-1\t0-4\tcaf\xC3\xA9\tV\n1-2\t5-6\tx\t_\n"));
    QCOMPARE(wordsOf(old), QStringList{QStringLiteral("V:caf\u00E9")});
}

void TestWebAnnoTsv::countsUtf16Units()
{
    QCOMPARE(wordsOf(read("#T_SP=a.B|value\n\n\n#Text=\xF0\x9F\x98\x80 agre\xCC\x81 "
                          "x\n1-1\t0-2\t\xF0\x9F\x98\x80\ta\n1-2\t3-8\tagre\xCC\x81\tb\n1-3\t9-10\tx\tc\n1-3.1\t1-2\t?\td\n")),
             (QStringList{QStringLiteral("a:\U0001F600"), QStringLiteral("d:\U0001F600"), QStringLiteral("b:agre\u0301"),
                          QStringLiteral("c:x")}));
    QCOMPARE(wordsOf(read("#T_SP=a.B|value\r\n\r\n\r\n#Text=\xD7\xA8\xD7\x95 x\r\n1-1\t0-2\t?\ta\r\n1-2\t3-4\tx\tc\r\n")),
             (QStringList{QStringLiteral("a:\u05E8\u05D5"), QStringLiteral("c:x")}));
}

void TestWebAnnoTsv::readsSentencesWithGaps()
{
    const Reading reading = read("#T_SP=a.B|value\n\n\n#Text=One.\n1-1\t2-6\tOne.\t_\n\n#Text=Two.\n2-1\t6-10\tTwo.\tx\n\n#Text="
                                 "Three\n#Text=four.\n3-1\t14-19\tThree\t_\n3-2\t20-25\tfour.\ty\n");
    QCOMPARE(reading.article().text, QStringLiteral("  One.Two.\n   Three\nfour."));
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("x:Two."), QStringLiteral("y:four.")}));
    QCOMPARE(reading.report.issues, QList<Issue>());
}

void TestWebAnnoTsv::believesTheTextsWhereOffsetsAreWrong()
{
    const Reading reading = read("#T_SP=a.B|value\n\n\n#Text=One.\n1-1\t0-4\tOne.\tx\n\n#Text=Two.\n2-1\t1-5\tTwo.\ty\n\n#Text="
                                 "Three.\n3-1\t2000000000-2000000006\tThree.\tz\n");
    QCOMPARE(reading.article().text, QStringLiteral("One.\nTwo.\nThree."));
    QCOMPARE(wordsOf(reading), (QStringList{QStringLiteral("x:One."), QStringLiteral("y:Two."), QStringLiteral("z:Three.")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("were believed")), 2);
}

void TestWebAnnoTsv::reportsBadRows()
{
    const Reading reading = read("#T_SP=a.B|value|x\n#T_SP=a.H|ROLE_a.H:r_a.L|a.B\n\n\n#Text=One "
                                 "two\n1-1\t0-3\tOne\ta\n1-2\t4-7\n1-x\t-\t\t\n1-2\t4-99\ttwo\tb\t*\tc;d[x]|e\t1-1[99];q|]\t\n1-"
                                 "3\t5-4\t\tz\t*\t_\t_\n\n#Text=lost\n");
    QVERIFY(reading.result);
    QCOMPARE(wordsOf(reading), QStringList{QStringLiteral("a:One")});
    QCOMPARE(reading.issuesWith(QStringLiteral("no row")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("too few columns")), 1);
    QCOMPARE(reading.issuesWith(QStringLiteral("sentence without words")), 1);
    QVERIFY(reading.issuesWith(QStringLiteral("outside the text")) >= 2);
}

void TestWebAnnoTsv::namesLayersThatHaveNoName()
{
    QCOMPARE(wordsOf(read("#T_SP=a.\n#T_SP=\n\n\n#Text=One\n1-1\t0-3\tOne\t*\t*\n")),
             (QStringList{QStringLiteral("Annotation:One"), QStringLiteral("Annotation:One")}));
}

void TestWebAnnoTsv::refusesWhatIsNoTsv()
{
    ImportOptions options;
    options.format = QStringLiteral("webannotsv");
    for (const QByteArray &bytes : {QByteArray(), QByteArray("a\tb\n"), QByteArray("#FORMAT=WebAnno TSV 2.0\n"),
                                    QByteArray("#FORMAT=WebAnno TSV 3.3\n"), QByteArray("\0\0\0", 3)})
        QVERIFY2(!readPath(writeFile(m_folder, QStringLiteral("bad.tsv"), bytes), options).result, bytes.constData());
}

void TestWebAnnoTsv::readsFilesCutShort()
{
    const QString path = m_folder.filePath(QStringLiteral("whole.tsv"));
    exportTo(path, QStringLiteral("webannotsv"), {randomArticle(3)});
    const QByteArray whole = contentsOf(path);
    for (qsizetype i = 0; i < whole.size(); i += 97) {
        const Reading reading = readPath(writeFile(m_folder, QStringLiteral("cut.tsv"), whole.first(i)));
        if (reading.articles.isEmpty() || i < 5000)
            continue;
        QVERIFY(!reading.annotations().spans.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestWebAnnoTsv)
#include "test_webannotsv.moc"
