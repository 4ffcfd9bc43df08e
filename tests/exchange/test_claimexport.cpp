// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangetesting.h"

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Exchange;

class TestClaimExport : public QObject
{
    Q_OBJECT

private slots:
    void writesClaimsWithTheirClaimants();
    void tellsWhatStaysBehind();
    void writesAFileWithoutClaims();

private:
    QJsonArray claims(const QList<AnnotatedArticle> &articles, QList<Issue> *losses = nullptr)
    {
        const QString path = m_folder.filePath(QStringLiteral("claims.jsonld"));
        const QList<Issue> told = exportTo(path, QStringLiteral("claimreview"), articles, allStates());
        if (losses)
            *losses = told;
        const QJsonObject file = QJsonDocument::fromJson(contentsOf(path)).object();
        return file[u"@context"].toString() == u"https://schema.org" ? file[u"@graph"].toArray() : QJsonArray{QStringLiteral("no file of schema.org's")};
    }

    QTemporaryDir m_folder;
};

void TestClaimExport::writesClaimsWithTheirClaimants()
{
    AnnotatedArticle second = richArticle();
    second.annotations.attributions.clear();
    const QJsonArray found = claims({richArticle(), second});
    QCOMPARE(found.size(), 2);
    const QJsonObject claim = found[0].toObject();
    QCOMPARE(claim[u"@type"].toString(), QStringLiteral("Claim"));
    QCOMPARE(claim[u"text"].toString(), QStringLiteral("it was a ‘reform’"));
    // The claim is all of the inner content, so that the one around it makes it.
    QCOMPARE(claim[u"author"][u"name"].toString(), QStringLiteral("\u05E8\u05D5\u05EA"));
    QCOMPARE(claim[u"appearance"][u"url"].toString(), QStringLiteral("https://example.org/a?b=1"));
    QCOMPARE(claim[u"appearance"][u"publisher"][u"name"].toString(), QStringLiteral("The Example"));
    QCOMPARE(claim[u"datePublished"].toString(), QStringLiteral("2024-05-06"));
    QVERIFY(!found[1].toObject().contains(u"author"));
}

void TestClaimExport::tellsWhatStaysBehind()
{
    QList<Issue> losses;
    claims({richArticle()}, &losses);
    int spans = 0;
    int attributions = 0;
    for (const Issue &loss : std::as_const(losses)) {
        QVERIFY(loss.severity == Severity::Warning);
        spans += loss.message.contains(QStringLiteral("no claims")) ? loss.count : 0;
        attributions += loss.message.contains(QStringLiteral("Attributions")) ? loss.count : 0;
    }
    QCOMPARE(spans, int(richArticle().annotations.spans.size()) - 1);
    QCOMPARE(attributions, 3);
    QCOMPARE(losses.size(), 6);
}

void TestClaimExport::writesAFileWithoutClaims()
{
    QCOMPARE(claims({}), QJsonArray());
    QCOMPARE(claims({ArticleBuilder(QStringLiteral("Text.\n")).article()}), QJsonArray());
}

QTEST_GUILESS_MAIN(TestClaimExport)
#include "test_claimexport.moc"
