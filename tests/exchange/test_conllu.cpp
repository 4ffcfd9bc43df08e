// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/conlluformat.h>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestConllu : public QObject
{
    Q_OBJECT

private slots:
    void givesBackRandomArticles();
    void tellsOfBlanksAtTheEdges();
    void readsBackAllThatItWrote();
    void writesValidLines();
    void keepsTheBlanks();
    void readsFilesOfOthers();
    void readsSpansWithoutTheDetails();
    void reportsWhatIsBroken();
    void escapesBlanks();
    void leavesOtherFilesAlone();

private:
    Reading read(const QByteArray &bytes) { return readPath(writeFile(m_folder, QStringLiteral("doc.conllu"), bytes)); }
    /// A line of a word, the columns between left empty.
    static QByteArray line(const QByteArray &id, const QByteArray &form, const QByteArray &misc = "_") { return id + '\t' + form + "\t_\t_\t_\t_\t_\t_\t_\t" + misc + '\n'; }
    static QStringList words(const Reading &reading, int article = 0)
    {
        QStringList result;
        for (const Span &span : reading.annotations(article).spans)
            result.append(span.label + u':' + textOf(span.fragments, reading.article(article).text, u"|"));
        return result;
    }

    QTemporaryDir m_folder;
};

void TestConllu::givesBackRandomArticles()
{
    QList<AnnotatedArticle> articles;
    RandomOptions options;
    options.wholeWords = true; // blanks at a span's edge are lost, as the report says
    for (quint32 seed = 0; seed < 30; ++seed)
        articles.append(randomArticle(seed, options));
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("random.conllu")), QStringLiteral("conllu"), articles, &losses);
    for (const Issue &loss : std::as_const(losses))
        QVERIFY2(loss.severity == Severity::Note, qPrintable(loss.message));
    QCOMPARE(reading.report.issues, QList<Issue>());
    QCOMPARE(reading.articles.size(), articles.size());
    Kept kept;
    kept.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, kept), linesOf(articles[i], kept));
}

void TestConllu::tellsOfBlanksAtTheEdges()
{
    ArticleBuilder b(QStringLiteral("one two"));
    b.span(QStringLiteral("X"), {QStringLiteral("one ")});
    b.span(QStringLiteral("X"), {QStringLiteral(" ")});
    QList<Issue> losses;
    const Reading reading = throughFile(m_folder.filePath(QStringLiteral("edges.conllu")), QStringLiteral("conllu"), {b.article()}, &losses);
    QCOMPARE(words(reading), QStringList(QStringLiteral("X:one")));
    QCOMPARE(losses.value(0).message, QStringLiteral("Spans lost the blanks that they begin or end with."));
    QCOMPARE(losses.value(1).message, QStringLiteral("Spans of nothing but blanks were left out."));
}

void TestConllu::readsBackAllThatItWrote()
{
    const QString path = m_folder.filePath(QStringLiteral("rich.conllu"));
    const AnnotatedArticle article = richArticle();
    exportTo(path, QStringLiteral("conllu"), {article}, allStates());
    const Reading reading = readPath(path);
    QCOMPARE(reading.report.issues, QList<Issue>());
    const AnnotatedArticle back = renumbered(reading.articles.value(0).article);
    const AnnotatedArticle there = renumbered(article);
    QCOMPARE(back.article, there.article);
    QCOMPARE(back.annotations.speakers, there.annotations.speakers);
    QCOMPARE(back.annotations.spans, there.annotations.spans);
    QCOMPARE(back.annotations.attributions, there.annotations.attributions);
}

void TestConllu::writesValidLines()
{
    const QString path = m_folder.filePath(QStringLiteral("lines.conllu"));
    exportTo(path, QStringLiteral("conllu"), {richArticle(), randomArticle(3)}, allStates());
    const QString file = QString::fromUtf8(contentsOf(path));
    QCOMPARE(file.normalized(QString::NormalizationForm_C), file);
    QVERIFY(file.endsWith(QStringLiteral("\n\n")) && !file.contains(u'\r'));
    int expected = 1;
    QString text;
    QString made;
    for (const QString &line : file.chopped(1).split(u'\n')) {
        if (line.isEmpty()) {
            QCOMPARE(made.trimmed(), text);
            expected = 1;
            made.clear();
        } else if (line.startsWith(u'#')) {
            if (line.startsWith(QStringLiteral("# text = ")))
                text = line.mid(9);
        } else {
            const QStringList cells = line.split(u'\t');
            QCOMPARE(cells.size(), 10);
            QCOMPARE(cells[0].toInt(), expected++);
            for (const QString &cell : cells)
                QVERIFY(!cell.isEmpty() && !cell.contains(u' '));
            made += cells[1] + (cells[9].contains(QStringLiteral("SpaceAfter=No")) ? QString() : QStringLiteral(" "));
        }
    }
}

void TestConllu::keepsTheBlanks()
{
    for (const QString &text : {QStringLiteral(" \n a  b\tc\u00A0d\u2028e\n\n"), QStringLiteral("a"), QStringLiteral("a "), QStringLiteral("agre\u0301ed | x=1\n")}) {
        const QString path = m_folder.filePath(QStringLiteral("blanks.conllu"));
        exportTo(path, QStringLiteral("conllu"), {ArticleBuilder(text).article()});
        const Reading reading = readPath(path);
        QCOMPARE(reading.article().text, text == u"a " ? QStringLiteral("a\n") : text);
    }
}

void TestConllu::readsFilesOfOthers()
{
    const Reading reading = read("\xEF\xBB\xBF# newdoc id = one\r\n# sent_id = 1\r\n# text = Vamos al mar.\r\n" + line("1", "Vamos") + line("2-3", "al") + line("2", "a") + line("3", "el")
                                 + line("3.1", "ghost") + line("4", "mar", "SpaceAfter=No|NER=B-LOC") + line("5", ".") + "\n# newpar\n" + line("1", "\xF0\x9F\x98\x80", "SpacesAfter=\\s\\s")
                                 + line("2", "Ana", "NER=B-PER") + line("3", "B", "NER=I-PER") + "\n# newdoc\n" + line("1", "Two"));
    QVERIFY2(reading.result, qPrintable(reading.result.error().text()));
    QCOMPARE(reading.report.articles, 2);
    QCOMPARE(reading.article(0).text, QStringLiteral("Vamos al mar. \U0001F600  Ana B\n").replace(QStringLiteral(". "), QStringLiteral(".\n")));
    QCOMPARE(reading.article(0).externalId, QStringLiteral("one"));
    QCOMPARE(words(reading, 0), (QStringList{QStringLiteral("LOC:mar"), QStringLiteral("PER:Ana B")}));
    QCOMPARE(reading.article(1).text, QStringLiteral("Two\n"));
    QCOMPARE(reading.article(1).externalId, QStringLiteral("doc-2"));
    QCOMPARE(reading.report.issues, QList<Issue>());
}

void TestConllu::readsSpansWithoutTheDetails()
{
    const Reading reading = read(line("1", "Ana", "Spans=B-Speaker:s1|Roles=source:f1") + line("2", "said", "Spans=B-Cue:s2|Roles=cue:f1") + line("3", "no", "Spans=B-Quotation:s3,B-Claim:s4|Roles=content:f1")
                                 + line("4", "and", "Spans=I-Claim:s4") + line("5", "no", "Spans=B-Quotation:s3,I-Claim:s4"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("Speaker:Ana"), QStringLiteral("Cue:said"), QStringLiteral("Quotation:no|no"), QStringLiteral("Claim:no and no")}));
    QCOMPARE(reading.annotations().attributions.size(), 1);
    QCOMPARE(reading.annotations().attributions[0].fillers.size(), 3);
}

void TestConllu::reportsWhatIsBroken()
{
    const Reading reading = read("# quoth_article = {broken\n" + line("1", "one", "Spans=B-A:s1,odd,B-:x,I-B:s9") + "two\n" + line("x", "three") + line("1-y", "four") + line("2", "", "_") + line("2", "five"));
    QVERIFY(reading.result);
    QCOMPARE(reading.article().text, QStringLiteral("one five\n"));
    QCOMPARE(words(reading), (QStringList{QStringLiteral("A:one"), QStringLiteral("B:one")}));
    QCOMPARE(reading.issuesWith(QStringLiteral("no word of CoNLL-U")), 4);
    QCOMPARE(reading.issuesWith(QStringLiteral("form B-Label:id")), 2);
    QCOMPARE(reading.issuesWith(QStringLiteral("no JSON")), 1);
    ImportOptions options;
    options.format = QStringLiteral("conllu");
    QVERIFY(!readPath(writeFile(m_folder, QStringLiteral("empty.conllu"), "# only\n\n"), options).result);
}

void TestConllu::escapesBlanks()
{
    const QString blanks = QStringLiteral(" \t\n\r\u00A0\u2028");
    QCOMPARE(conlluBlanks(blanks), QStringLiteral("\\s\\t\\n\\r\\u00a0\\u2028"));
    QCOMPARE(fromConlluBlanks(conlluBlanks(blanks)), blanks);
    QCOMPARE(fromConlluBlanks(u"\\p\\\\\\q\\u12"), QStringLiteral("|\\\\q\\u12"));
}

void TestConllu::leavesOtherFilesAlone()
{
    const FormatRegistry registry;
    const auto best = [&](const QString &name, const QByteArray &bytes) { return (*registry.bestImporter(writeFile(m_folder, name, bytes)))->info().name; };
    QCOMPARE(best(QStringLiteral("a.txt"), line("1", "a") + '\n'), QStringLiteral("conllu"));
    QCOMPARE(best(QStringLiteral("b.txt"), "# heading\n1 a\n"), QStringLiteral("text"));
}

QTEST_GUILESS_MAIN(TestConllu)
#include "test_conllu.moc"
