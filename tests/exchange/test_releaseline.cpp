// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "roundtrip.h"

#include <app/exchange/releasefolder.h>
#include <app/exchange/releaseline.h>
#include <tests/support/schema.h>

#include <QJsonArray>
#include <QJsonDocument>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestReleaseLine : public QObject
{
    Q_OBJECT

private slots:
    void quothReadsItBack();
    void allLinesHaveTheSameKeys_data();
    void allLinesHaveTheSameKeys();
    void furtherMetadataBecomesColumnsOfOneType();
    void withoutTextNothingOfItIsLeftButTheQuotes();
    void withoutQuotesNoWordIsLeft();
    void offsetsCountCodePoints();
    void knowsFieldsWhereverTheyStood();
    void quotesForYaml();
    void aFolderIsThereWholeOrNotAtAll();
    void replacesOnlyAnUntouchedRelease();
    void saysTheSameOfAFolderThatIsNotWritten();
};

namespace {

/// The keys of an object.
QString shapeOf(const QJsonValue &value)
{
    if (value.isObject()) {
        QStringList parts;
        const QJsonObject object = value.toObject();
        for (auto i = object.begin(); i != object.end(); ++i)
            parts.append(i.key());
        return u'{' + parts.join(u',') + u'}';
    }
    return {};
}

QByteArray lineOf(const AnnotatedArticle &article, ReleasedText text, LossList &losses)
{
    ReleaseColumns columns(Test::defaultSchema(), text);
    columns.add(article);
    return releaseLine(article, columns, losses);
}

QJsonObject objectOf(const QByteArray &line) { return QJsonDocument::fromJson(line).object(); }

AnnotatedArticle smallArticle()
{
    AnnotatedArticle article = randomArticle(1);
    article.annotations = {};
    article.article.text = QStringLiteral("\U0001F600 The mayor said: \u201CIt rains.\u201D");
    article.article.externalId = QStringLiteral("rain");
    Span span;
    span.label = QStringLiteral("Quotation");
    span.fragments = {{19, 30}};
    span.note = QStringLiteral("It rains, says the note.");
    span.provenance.explanation = QStringLiteral("cue \u201Csaid\u201D");
    span.attributes = {{QStringLiteral("free"), QStringLiteral("mayor words")}, {QStringLiteral("checkworthy"), QStringLiteral("yes")}, {QStringLiteral("claimKind"), QStringLiteral("It rains")}};
    article.annotations.spans = {span};
    article.article.meta.title = QStringLiteral("The mayor on rain");
    article.article.meta.extra = {{QStringLiteral("teaser"), QStringLiteral("The mayor said")}};
    return article;
}

} // namespace

void TestReleaseLine::quothReadsItBack()
{
    const QTemporaryDir folder;
    ReleaseColumns columns(Test::defaultSchema(), ReleasedText::Whole);
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 30; ++seed) {
        articles.append(randomArticle(seed));
        columns.add(articles.constLast());
    }
    QByteArray bytes;
    LossList losses;
    for (const AnnotatedArticle &article : std::as_const(articles))
        bytes += releaseLine(article, columns, losses) + '\n';
    QVERIFY(losses.issues().isEmpty());
    const Reading reading = readPath(writeFile(folder, QStringLiteral("train.jsonl"), bytes));
    QVERIFY(reading.result);
    QVERIFY(reading.report.issues.isEmpty());
    QCOMPARE(reading.articles.size(), articles.size());
    Kept all;
    all.origins = true;
    for (qsizetype i = 0; i < articles.size(); ++i)
        QCOMPARE(linesOf(reading.articles[i].article, all), linesOf(articles[i], all));
}

void TestReleaseLine::allLinesHaveTheSameKeys_data()
{
    QTest::addColumn<int>("text");
    QTest::newRow("whole") << int(ReleasedText::Whole);
    QTest::newRow("quotes") << int(ReleasedText::Quotes);
    QTest::newRow("none") << int(ReleasedText::None);
}

void TestReleaseLine::allLinesHaveTheSameKeys()
{
    QFETCH(int, text);
    ReleaseColumns columns(Test::defaultSchema(), ReleasedText(text));
    QList<AnnotatedArticle> articles;
    for (quint32 seed = 0; seed < 20; ++seed) {
        AnnotatedArticle article = randomArticle(seed);
        if (seed % 3 == 0)
            article.article.meta.extra.insert(QStringLiteral("desk%1").arg(seed % 2), int(seed));
        if (seed % 5 == 0 && !article.annotations.attributions.isEmpty())
            article.annotations.attributions[0].fillers[0].role = QStringLiteral("addressee");
        articles.append(article);
        columns.add(article);
    }
    QMap<QString, QSet<QString>> shapes; // of the objects, by where they stand
    LossList losses;
    for (const AnnotatedArticle &article : std::as_const(articles)) {
        const QJsonObject line = objectOf(releaseLine(article, columns, losses));
        shapes[QStringLiteral("line")].insert(shapeOf(line));
        shapes[QStringLiteral("meta")].insert(shapeOf(line.value(u"meta")));
        for (const char16_t *list : {u"spans", u"attributions", u"speakers"}) {
            const QString name = QString::fromUtf16(list);
            const QJsonArray items = line.value(name).toArray();
            for (const QJsonValue &item : items) {
                shapes[name].insert(shapeOf(item));
                for (const char16_t *inner : {u"attributes", u"origin", u"spans"})
                    shapes[name + QString::fromUtf16(inner)].insert(shapeOf(item[QString::fromUtf16(inner)]));
            }
        }
    }
    for (auto i = shapes.begin(); i != shapes.end(); ++i)
        QVERIFY2(i->size() == 1, qPrintable(i.key() + QStringList(i->begin(), i->end()).join(u'\n')));
    // Each key is among the features of the card, and the other way round.
    const QByteArray features = columns.features();
    for (const QString &key : (*shapes.value(QStringLiteral("line")).begin()).chopped(1).mid(1).split(u','))
        QVERIFY2(features.contains("\n  - name: \"" + key.toUtf8() + '"') || features.startsWith("  - name: \"" + key.toUtf8() + '"'), qPrintable(key));
    const auto top = features.count("\n  - name: ") + 1;
    QCOMPARE(top, (*shapes.value(QStringLiteral("line")).begin()).count(u',') + 1);
}

void TestReleaseLine::furtherMetadataBecomesColumnsOfOneType()
{
    const QList<QJsonObject> extras{{{QStringLiteral("words"), 12}, {QStringLiteral("score"), 1}, {QStringLiteral("mixed"), QStringLiteral("x")}, {QStringLiteral("paid"), true}},
                                    {{QStringLiteral("words"), 13}, {QStringLiteral("score"), 0.5}, {QStringLiteral("mixed"), QJsonArray{1, 2}}, {QStringLiteral("paid"), QJsonValue()}}};
    ReleaseColumns columns(Test::defaultSchema(), ReleasedText::Whole);
    for (const QJsonObject &extra : extras) {
        AnnotatedArticle article = smallArticle();
        article.article.meta.extra = extra;
        columns.add(article);
    }
    using Type = ReleaseColumns::Type;
    QCOMPARE(columns.fields(),
             (QMap<QString, Type>{{QStringLiteral("words"), Type::Whole}, {QStringLiteral("score"), Type::Number}, {QStringLiteral("mixed"), Type::Json}, {QStringLiteral("paid"), Type::Boolean}}));
    AnnotatedArticle article = smallArticle();
    article.article.meta.extra = extras[1];
    LossList losses;
    const QJsonObject meta = objectOf(releaseLine(article, columns, losses)).value(u"meta").toObject();
    QCOMPARE(meta.value(u"mixed").toString(), QStringLiteral("[1,2]"));
    QVERIFY(meta.value(u"paid").isNull() && meta.contains(u"paid"));
    QVERIFY(columns.features().contains("    - name: \"words\"\n      dtype: int64\n"));
}

void TestReleaseLine::withoutTextNothingOfItIsLeftButTheQuotes()
{
    LossList losses;
    const AnnotatedArticle article = smallArticle();
    const QByteArray line = lineOf(article, ReleasedText::Quotes, losses);
    QVERIFY(!line.toLower().contains("mayor"));
    QVERIFY(!line.contains("said"));
    QVERIFY(!line.contains("note"));
    const QJsonObject object = objectOf(line);
    QCOMPARE(object.value(u"sha256").toString().toLatin1(), article.article.sha256());
    QCOMPARE(object.value(u"characters").toInt(), 29);
    const QJsonValue span = object.value(u"spans").toArray().at(0);
    QCOMPARE(span[u"text"].toArray(), QJsonArray{QStringLiteral("\u201CIt rains.\u201D")});
    // Values that the schema lists are no words of the article; others may be.
    QCOMPARE(span[u"attributes"].toObject().value(u"checkworthy").toString(), QStringLiteral("yes"));
    QVERIFY(span[u"attributes"].toObject().value(u"claimKind").isNull());
    QMap<QString, int> told;
    for (const Issue &issue : losses.issues())
        told.insert(issue.message, issue.count);
    QCOMPARE(told, (QMap<QString, int>{{QStringLiteral("Titles were left out."), 1},
                                       {QStringLiteral("Further metadata was left out."), 1},
                                       {QStringLiteral("Attributes in free words were left out."), 2},
                                       {QStringLiteral("Explanations were left out."), 1},
                                       {QStringLiteral("Notes were left out."), 1}}));
}

void TestReleaseLine::withoutQuotesNoWordIsLeft()
{
    LossList losses;
    const QByteArray line = lineOf(smallArticle(), ReleasedText::None, losses);
    QVERIFY(!line.contains("rains"));
    QVERIFY(!objectOf(line).value(u"spans").toArray().at(0).toObject().contains(u"text"));
}

void TestReleaseLine::offsetsCountCodePoints()
{
    LossList losses;
    const QJsonObject object = objectOf(lineOf(smallArticle(), ReleasedText::Whole, losses));
    // Braces in braces are one list for some compilers and two for others.
    QCOMPARE(object.value(u"spans")[0][u"fragments"].toArray().size(), 1);
    QCOMPARE(object.value(u"spans")[0][u"fragments"][0].toArray(), (QJsonArray{18, 29}));
    QVERIFY(losses.issues().isEmpty());
}

void TestReleaseLine::knowsFieldsWhereverTheyStood()
{
    ArticleMeta meta;
    meta.outlet = QStringLiteral("Gazette");
    meta.extra = {{QStringLiteral("desk"), QStringLiteral("city")}, {QStringLiteral("quoth:record"), QJsonObject{{QStringLiteral("batch"), 7}, {QStringLiteral("title"), QStringLiteral("T")}}}};
    QCOMPARE(fieldOf(meta, QStringLiteral("outlet")), QStringLiteral("Gazette"));
    QCOMPARE(fieldOf(meta, QStringLiteral("desk")), QStringLiteral("city"));
    QCOMPARE(fieldOf(meta, QStringLiteral("batch")), QStringLiteral("7"));
    QCOMPARE(fieldOf(meta, QStringLiteral("none")), QString());
    QCOMPARE(furtherFields(meta).keys(), (QStringList{QStringLiteral("batch"), QStringLiteral("desk")}));
}

void TestReleaseLine::quotesForYaml()
{
    QCOMPARE(yamlString(u"no"), QByteArray("\"no\""));
    QCOMPARE(yamlString(u"a \"b\"\\\n#: \u2028\u0085\u007F"), QByteArray("\"a \\\"b\\\"\\\\\\n#: \\u2028\\u0085\\u007f\""));
    QCOMPARE(yamlString(u"\U0001F600"), QStringLiteral("\"\U0001F600\"").toUtf8());
}

void TestReleaseLine::aFolderIsThereWholeOrNotAtAll()
{
    const QTemporaryDir dir;
    const QString target = dir.filePath(QStringLiteral("out"));
    {
        auto folder = ReleaseFolder::open(target);
        QVERIFY(folder);
        QVERIFY((*folder)->write(QStringLiteral("data/train.jsonl"), "{}\n"));
    }
    QVERIFY(QDir(dir.path()).isEmpty());
    auto folder = ReleaseFolder::open(target + u'/');
    QVERIFY((*folder)->write(QStringLiteral("data/train.jsonl"), "{}\n"));
    QVERIFY(!QFileInfo::exists(target));
    QVERIFY((*folder)->commit());
    QCOMPARE(contentsOf(target + QStringLiteral("/data/train.jsonl")), QByteArray("{}\n"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{QStringLiteral("out")});
    QVERIFY(QFile::permissions(target).testFlag(QFileDevice::ExeOwner));
    QVERIFY(!ReleaseFolder::open(dir.filePath(QStringLiteral("no/where/out"))));
}

void TestReleaseLine::replacesOnlyAnUntouchedRelease()
{
    const QTemporaryDir dir;
    const QString target = dir.filePath(QStringLiteral("out"));
    const auto release = [&target](const QByteArray &line) -> Result<void> {
        auto folder = ReleaseFolder::open(target);
        if (!folder)
            return folder.error();
        if (auto done = (*folder)->write(QStringLiteral("data/train.jsonl"), line); !done)
            return done;
        const ReleasedFile file = (*folder)->files().constFirst();
        const QByteArray manifest = "{\"format\":\"quoth-release/1\",\"files\":[{\"path\":\"data/train.jsonl\",\"sha256\":\"" + file.sha256 + "\"}]}";
        if (auto done = (*folder)->write(ReleaseFolder::manifestName, manifest); !done)
            return done;
        return (*folder)->commit();
    };
    QVERIFY(QDir().mkpath(target)); // empty
    QVERIFY(release("1\n"));
    QVERIFY(!differsFromManifest(target));
    QVERIFY(release("2\n"));
    QCOMPARE(contentsOf(target + QStringLiteral("/data/train.jsonl")), QByteArray("2\n"));
    QCOMPARE(QDir(dir.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList{QStringLiteral("out")});

    const QString extra = target + QStringLiteral("/data/.notes");
    QFile notes(extra);
    QVERIFY(notes.open(QIODevice::WriteOnly) && notes.write("mine") == 4);
    notes.close();
    auto refused = release("3\n");
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"data/.notes"));
    QVERIFY(QFile::remove(extra));
    QFile line(target + QStringLiteral("/data/train.jsonl"));
    QVERIFY(line.open(QIODevice::Append) && line.write("mended\n") == 7);
    line.close();
    refused = release("3\n");
    QVERIFY(refused.error().message.contains(u"train.jsonl was changed"));
    QVERIFY(line.remove());
    refused = release("3\n");
    QVERIFY(refused.error().message.contains(u"train.jsonl is missing"));
    QVERIFY(QFile::remove(target + QStringLiteral("/manifest.json")));
    QVERIFY(!release("3\n")); // an empty folder "data"
    QVERIFY(QDir(target).removeRecursively());
    writeFile(dir, QStringLiteral("out"), "a file");
    refused = release("3\n");
    QVERIFY(!refused);
    QCOMPARE(contentsOf(target), QByteArray("a file"));
}

void TestReleaseLine::saysTheSameOfAFolderThatIsNotWritten()
{
    const QTemporaryDir dir;
    QList<QList<ReleasedFile>> files;
    for (const QString &target : {QString(), dir.filePath(QStringLiteral("out"))}) {
        auto folder = ReleaseFolder::open(target);
        QVERIFY(folder);
        QVERIFY((*folder)->begin(QStringLiteral("a/b")));
        QVERIFY((*folder)->write("x"));
        QVERIFY((*folder)->write("y"));
        QVERIFY((*folder)->end());
        QVERIFY((*folder)->commit());
        files.append((*folder)->files());
    }
    QCOMPARE(files[0], files[1]);
    QCOMPARE(files[0][0].bytes, qint64(2));
    QCOMPARE(files[0][0].sha256, QCryptographicHash::hash("xy", QCryptographicHash::Sha256).toHex());
}

QTEST_GUILESS_MAIN(TestReleaseLine)
#include "test_releaseline.moc"
