// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/detection/speakers/speakers.h>

#include <QtTest>

#include <ctime>

using namespace Quoth;
using namespace Quoth::Detection;
using Annotation::SpeakerType;

/// Sources are written [so] in the texts of the cases, contents {so}; the n-th source says the n-th content.
class TestSpeakerResolver : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void saysWhoEachSourceIs_data();
    void saysWhoEachSourceIs();
    void typesSpeakers_data();
    void typesSpeakers();
    void gathersOtherNames();
    void doesWithoutALexicon();
    void ignoresRangesThatHoldNoWord();
    void takesTimeInProportionToTheText();

private:
    struct Marked
    {
        QString text;
        std::vector<Found> founds;
    };
    static Marked read(const QString &marked);

    std::shared_ptr<const Lexicon> m_lexicon;
};

namespace {

QString nameOf(const Credits &credits, size_t found)
{
    if (!credits.speakerOf[found])
        return QStringLiteral("-");
    for (const Annotation::Speaker &speaker : credits.speakers) {
        if (speaker.id == *credits.speakerOf[found])
            return speaker.name;
    }
    return QStringLiteral("missing");
}

} // namespace

void TestSpeakerResolver::initTestCase()
{
    const auto lexicon = Lexicon::load(QStringLiteral(":/quoth/lexicons"), QStringLiteral("en"));
    QVERIFY2(lexicon, lexicon ? "" : qPrintable(lexicon.error().text()));
    m_lexicon = *lexicon;
}

TestSpeakerResolver::Marked TestSpeakerResolver::read(const QString &marked)
{
    Marked result;
    std::vector<TextRange> sources;
    std::vector<TextRange> contents;
    std::vector<qint32> open;
    for (const QChar c : marked) {
        const qint32 at = qint32(result.text.size());
        if (c == u'[' || c == u'{') {
            open.push_back(at);
        } else if (c == u']' || c == u'}') {
            (c == u']' ? sources : contents).push_back({open.back(), at});
            open.pop_back();
        } else {
            result.text += c;
        }
    }
    std::sort(sources.begin(), sources.end());
    std::sort(contents.begin(), contents.end());
    for (size_t i = 0; i < sources.size(); ++i) {
        Found found;
        found.source = found.cue = sources[i];
        if (i < contents.size())
            found.content = {contents[i]};
        result.founds.push_back(found);
    }
    return result;
}

void TestSpeakerResolver::saysWhoEachSourceIs_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *what, const char *marked, const char *names) {
        QTest::newRow(what) << QString::fromUtf8(marked) << QString::fromUtf8(names);
    };
    row("surname", "Mayor Ann Carter opened the mill. [Carter] said so.", "Ann Carter");
    row("given name", "Ann Carter and her brother Boris Carter opened the mill. [Boris] said so.", "Boris Carter");
    row("honorific", "Boris Carter met Ann Carter. Later [Mrs. Carter] said so.", "Ann Carter");
    row("whose surname also is a given name", "Elizabeth Warren met voters in town. [Warren] said so and [she] added it.",
        "Elizabeth Warren|Elizabeth Warren");
    row("title within capitals", "[Northfield City Attorney Ann Lind] said so. [Lind] added it.", "Ann Lind|Ann Lind");
    row("sentence's first word", "The mill closed. Meanwhile [Carter] left. [Ann Carter] said so.", "Ann Carter|Ann Carter");
    row("acronym", "The Federal Roads Bureau met. [The FRB] said so.", "Federal Roads Bureau");
    row("names of a country", "The United States paid. [The U.S.] said so and [America] agreed.", "United States|United States");
    row("a body of several words", "[The Department of Roads] said so. [The department] added it.",
        "Department of Roads|Department of Roads");
    row("office with country", "Norwegian President Karl Holm met Danish President Mette Skov. [Norway's president] said so.",
        "Karl Holm");
    row("counterpart", "Norwegian President Karl Holm met his Danish counterpart Mette Skov. [The Danish president] said so.",
        "Mette Skov");
    row("apposition", "Jon Berg, a council aide, met reporters. [The aide] said so.", "Jon Berg");
    row("not another's office", "Republican nominee Ann Lind met Democratic nominee Jon Berg. [The Democratic nominee] said so.",
        "Jon Berg");
    row("pronoun by gender", "Ann Carter met Boris Lind. [She] said so. [He] agreed.", "Ann Carter|Boris Lind");
    row("pronoun goes to the subject", "Karl Holm called Jon Berg on Monday. [He] said so.", "Karl Holm");
    row("pronoun in one's own quotation", "Karl Holm met Jon Berg. [Holm] said: {“[He] thinks {we paid}.”}",
        "Karl Holm|Jon Berg");
    row("possessive", "Ann Carter left. [Her] view is {that it works}.", "Ann Carter");
    row("who", "Ann Carter met a reporter [who] said so.", "reporter");
    row("I and we", "[Ann Carter] said: {“[I] hope {that [we] agree {so}}.”}", "Ann Carter|Ann Carter|Ann Carter");
    row("I of the writer", "[I] think so.", "-");
    row("several", "[Ann Carter and Boris Lind] said so.", "Ann Carter & Boris Lind");
    row("the two", "Ann Carter met Boris Lind on Monday. [The two leaders] said so.", "Ann Carter & Boris Lind");
    row("two others", "Ann Carter met Boris Lind on Monday. [Two officials] said so.", "Two officials");
    row("not a name", "[The anti-Russian bloc and Boris Lind] said so.", "anti-Russian bloc and Boris Lind");
    row("they", "[The unions] said so. [They] added it.", "unions|unions");
    row("it", "The council met on Monday. [The council] said so. [It] added it.", "council|council");
    row("another's", "[The Carter campaign] said so. Ann Carter left. [Ann Carter's campaign] added it.",
        "Carter campaign|Carter campaign");
    row("a thing", "[The bridge] said so.", "-");
    row("headline", "Carter Opens Mill After Storm\nAnn Carter opened the mill. [She] said so.", "Ann Carter");
}

void TestSpeakerResolver::saysWhoEachSourceIs()
{
    QFETCH(QString, marked);
    QFETCH(QString, names);
    Marked article = read(marked);
    const Credits credits = creditSpeakers(article.text, m_lexicon.get(), article.founds);
    QStringList found;
    for (size_t i = 0; i < article.founds.size(); ++i)
        found.append(nameOf(credits, i));
    QCOMPARE(found.join(u'|'), names);
}

void TestSpeakerResolver::typesSpeakers_data()
{
    QTest::addColumn<QString>("marked");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *marked, const char *type) {
        QTest::newRow(marked) << QString::fromUtf8(marked) << QString::fromUtf8(type);
    };
    row("[Ann Carter] said so.", "person");
    row("[The spokeswoman] said so.", "person");
    row("[Norway] said so.", "country");
    row("[The Northfield Council] said so.", "organisation");
    row("[Microsoft] said so.", "organisation");
    row("[The ministry] said so.", "organisation");
    row("The two firms met in Lindby. Prices fell in Lindby. [Lindby] said so.", "organisation");
    row("[Experts] said so.", "group");
    row("[Two farmers] said so.", "group");
    row("[Twelve percent] said so.", "group");
    row("[Republicans] said so.", "group");
    row("[Unnamed sources] said so.", "anonymous");
}

void TestSpeakerResolver::typesSpeakers()
{
    QFETCH(QString, marked);
    QFETCH(QString, type);
    Marked article = read(marked);
    const Credits credits = creditSpeakers(article.text, m_lexicon.get(), article.founds);
    QCOMPARE(credits.speakers.size(), 1);
    QCOMPARE(Annotation::toString(credits.speakers[0].type), type);
}

void TestSpeakerResolver::gathersOtherNames()
{
    Marked article
        = read(QStringLiteral("[Senator Ann Carter] said so. [Carter] said so. [Senator Carter] said so. [CARTER] said so."));
    const Credits credits = creditSpeakers(article.text, m_lexicon.get(), article.founds);
    QCOMPARE(credits.speakers.size(), 1);
    QCOMPARE(credits.speakers[0].name, QStringLiteral("Ann Carter"));
    QCOMPARE(credits.speakers[0].aliases, (QStringList{QStringLiteral("Carter"), QStringLiteral("CARTER")}));
}

void TestSpeakerResolver::doesWithoutALexicon()
{
    Marked article = read(QStringLiteral("[Анна Лебедева] сказала. [Лебедева] сказала. [она] сказала. [Министр] сказал."));
    const Credits credits = creditSpeakers(article.text, nullptr, article.founds);
    QCOMPARE(nameOf(credits, 0), QStringLiteral("Анна Лебедева"));
    QCOMPARE(nameOf(credits, 1), QStringLiteral("Анна Лебедева"));
    QCOMPARE(nameOf(credits, 2), QStringLiteral("-"));
    QCOMPARE(nameOf(credits, 3), QStringLiteral("Министр"));
}

void TestSpeakerResolver::ignoresRangesThatHoldNoWord()
{
    const QString text = QStringLiteral("  \n “” said so. ");
    for (const Lexicon *lexicon : {m_lexicon.get(), static_cast<const Lexicon *>(nullptr)}) {
        std::vector<Found> founds(3);
        founds[0].source = founds[0].cue = TextRange{0, 2};
        founds[1].source = founds[1].cue = TextRange{4, 6};
        founds[2].cue = TextRange{7, 11};
        for (Found &found : founds)
            found.content = {{4, 6}};
        const Credits credits = creditSpeakers(text, lexicon, founds);
        QCOMPARE(credits.speakerOf.size(), size_t(3));
        QVERIFY(!credits.speakerOf[0] && !credits.speakerOf[2]);
    }
}

void TestSpeakerResolver::takesTimeInProportionToTheText()
{
    const auto seconds = [this](int times) {
        Marked article
            = read(QStringLiteral("[Ann Carter] said: {“[I] know.”} [She] met Boris Lind, an aide. [The aide] said so. ")
                       .repeated(times));
        const std::clock_t begin = std::clock();
        (void)creditSpeakers(article.text, m_lexicon.get(), article.founds);
        return double(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    const double once = std::max(seconds(500), 0.005);
    const double often = seconds(5000);
    QVERIFY2(often < 60 * once, qPrintable(QStringLiteral("%1 s, then %2 s").arg(once).arg(often)));
}

QTEST_APPLESS_MAIN(TestSpeakerResolver)
#include "test_speakerresolver.moc"
