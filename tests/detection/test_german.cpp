// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "detectionchecks.h"

#include <app/detection/rules/rulesdetector.h>
#include <app/detection/text/lexicons.h>
#include <app/detection/text/sentences.h>
#include <app/detection/text/tokenizer.h>

#include <QRandomGenerator>
#include <QtTest>

#include <ctime>

using namespace Quoth;
using namespace Quoth::Detection;

namespace {

Annotation::Annotations detect(const QString &text, const QString &language = QStringLiteral("de"))
{
    static const RulesDetector detector;
    Annotation::Article article;
    article.text = text;
    article.meta.language = language;
    const auto result = detector.detect(article, Progress());
    return result ? *result : Annotation::Annotations();
}

QString roleText(const Annotation::Attribution &attribution, const Annotation::Annotations &all, const QString &role,
                 const QString &text)
{
    QStringList parts;
    for (const SpanId id : attribution.spans(role))
        parts.append(Annotation::textOf(all.span(id)->fragments, text, u" ~ "));
    return parts.join(u'+');
}

// "source / cue / content" of each attribution, in the order they were found.
QStringList found(const QString &text, const QString &language = QStringLiteral("de"))
{
    const Annotation::Annotations all = detect(text, language);
    QStringList result;
    for (const Annotation::Attribution &attribution : all.attributions) {
        QStringList roles;
        for (const QString &role : {Annotation::sourceRole, Annotation::cueRole, Annotation::contentRole})
            roles.append(roleText(attribution, all, role, text));
        result.append(roles.join(QStringLiteral(" / ")));
    }
    return result;
}

} // namespace

class TestGerman : public QObject
{
    Q_OBJECT

private slots:
    void findsWhoSaysWhat_data();
    void findsWhoSaysWhat();
    void findsNothingInPlainSentences_data();
    void findsNothingInPlainSentences();
    void givesAPartedCueOneSpanOfTwoFragments();
    void goesOnInTheMoodOfReportedSpeech();
    void doesNotEndASentenceAfterAnOrdinal();
    void tellsTheLanguageByItsFunctionWords();
    void takesTheLanguageThatIsGiven();
    void staysWithinRandomTexts();
    void readsALongLineInLinearTime();
};

void TestGerman::findsWhoSaysWhat_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("dass") << QStringLiteral("Die Ministerin sagte, dass die Brücke sicher ist.")
                          << QStringLiteral("Die Ministerin / sagte / dass die Brücke sicher ist");
    QTest::newRow("verb first after the content")
        << QStringLiteral("Die Brücke sei sicher, erklärte der Sprecher des Rathauses.")
        << QStringLiteral("der Sprecher des Rathauses / erklärte / Die Brücke sei sicher");
    QTest::newRow("quotation first") << QStringLiteral("„Die Brücke hält noch lange“, sagte Anna Vogt am Montag.")
                                     << QStringLiteral("Anna Vogt / sagte / „Die Brücke hält noch lange“");
    QTest::newRow("guillemets") << QStringLiteral("»Die Brücke hält noch lange«, betonte Anna Vogt.")
                                << QStringLiteral("Anna Vogt / betonte / »Die Brücke hält noch lange«");
    QTest::newRow("colon") << QStringLiteral("Vogt sagte: „Wir bauen eine neue Brücke.“")
                           << QStringLiteral("Vogt / sagte / „Wir bauen eine neue Brücke.“");
    QTest::newRow("separable verb") << QStringLiteral("Die Polizei teilte am Abend mit, dass niemand verletzt wurde.")
                                    << QStringLiteral("Die Polizei / teilte ~ mit / dass niemand verletzt wurde");
    QTest::newRow("subject after the verb") << QStringLiteral("Am Freitag kündigte der Bürgermeister an, das Bad zu öffnen.")
                                            << QStringLiteral("der Bürgermeister / kündigte ~ an / das Bad zu öffnen");
    QTest::newRow("perfect") << QStringLiteral("Der Verein hat gestern erklärt, er werde nicht zahlen.")
                             << QStringLiteral("Der Verein / hat ~ erklärt / er werde nicht zahlen");
    QTest::newRow("wie") << QStringLiteral("Die Straße ist gesperrt, wie die Polizei mitteilte.")
                         << QStringLiteral("die Polizei / wie ~ mitteilte / Die Straße ist gesperrt");
    QTest::newRow("laut") << QStringLiteral("Laut Anna Vogt ist die Brücke sicher.")
                          << QStringLiteral("Anna Vogt / Laut / ist die Brücke sicher");
    QTest::newRow("nach Angaben") << QStringLiteral("Die Brücke ist nach Angaben der Polizei gesperrt.")
                                  << QStringLiteral("Angaben der Polizei / nach / Die Brücke ist ~ gesperrt");
    QTest::newRow("zufolge") << QStringLiteral("Der Zeitung zufolge fehlen zwei Millionen Euro.")
                             << QStringLiteral("Der Zeitung / zufolge / fehlen zwei Millionen Euro");
    QTest::newRow("so") << QStringLiteral("„Die Kosten steigen weiter“, so die Direktorin.")
                        << QStringLiteral("die Direktorin / so / „Die Kosten steigen weiter“");
    QTest::newRow("noun") << QStringLiteral("Der Trainer ist der Meinung, dass die Mannschaft gewinnt.")
                          << QStringLiteral("Der Trainer / ist der Meinung / dass die Mannschaft gewinnt");
    QTest::newRow("apposition") << QStringLiteral("Jan Vogt, ein Sprecher der Stadt, sagte, dass der Zug fährt.")
                                << QStringLiteral("Jan Vogt, ein Sprecher der Stadt / sagte / dass der Zug fährt");
    QTest::newRow("pronoun") << QStringLiteral("Sie behauptete, der Zug sei zu spät gekommen.")
                             << QStringLiteral("Sie / behauptete / der Zug sei zu spät gekommen");
    QTest::newRow("es heißt") << QStringLiteral("In dem Bericht heißt es, die Brücke sei marode.")
                              << QStringLiteral(" / heißt es / die Brücke sei marode");
    QTest::newRow("the sentence before") << QStringLiteral("Das Bad bleibt zu. Dies bestätigte der Bürgermeister.")
                                         << QStringLiteral("der Bürgermeister / bestätigte / Das Bad bleibt zu ~ Dies");
}

void TestGerman::findsWhoSaysWhat()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(found(text).join(u'\n'), expected);
}

void TestGerman::findsNothingInPlainSentences_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("Der Zug fährt am Montag nach Hause.");
    QTest::newRow("nach for a time") << QStringLiteral("Nach dem Spiel regnete es in der Stadt.");
    QTest::newRow("a name") << QStringLiteral("Das Gasthaus hieß früher Krone.");
    QTest::newRow("a prefix of another verb") << QStringLiteral("Der Junge teilte das Brot mit der Schwester.");
}

void TestGerman::findsNothingInPlainSentences()
{
    QFETCH(QString, text);
    QCOMPARE(found(text), QStringList());
}

void TestGerman::givesAPartedCueOneSpanOfTwoFragments()
{
    const QString text = QStringLiteral("Der Verein gab am Abend bekannt, dass der Platz gesperrt ist.");
    const Annotation::Annotations all = detect(text);
    QCOMPARE(all.attributions.size(), 1);
    const QList<SpanId> cues = all.attributions[0].spans(Annotation::cueRole);
    QCOMPARE(cues.size(), 1);
    QCOMPARE(all.span(cues[0])->fragments.size(), 2);
    QVERIFY(all.attributions[0].provenance.explanation.contains(QStringLiteral("gab \u2026 bekannt")));
}

void TestGerman::goesOnInTheMoodOfReportedSpeech()
{
    const QStringList all = found(QStringLiteral(
        "Der Bürgermeister sagte, dass die Brücke neu gebaut wird. Die Arbeit werde zwei Jahre dauern. Sie sei nötig. "
        "Am Abend regnete es."));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[1], QStringLiteral("Der Bürgermeister /  / Die Arbeit werde zwei Jahre dauern. Sie sei nötig."));
    QCOMPARE(found(QStringLiteral("Die Arbeit werde zwei Jahre dauern.")), QStringList());
}

void TestGerman::doesNotEndASentenceAfterAnOrdinal()
{
    const Lexicons lexicons;
    const auto lexicon = lexicons.of(QStringLiteral("de"), {});
    QVERIFY(lexicon && *lexicon);
    const QString text = QStringLiteral("Das Fest ist am 3. Mai im Park. Es regnet.");
    Tokens tokens;
    tokenize(text, {0, qint32(text.size())}, lexicon->get(), tokens);
    QCOMPARE(int(splitSentences(text, tokens, {0, int(tokens.size())}, lexicon->get()).size()), 2);
}

void TestGerman::tellsTheLanguageByItsFunctionWords()
{
    const Lexicons lexicons;
    QCOMPARE(lexicons.languages(), QStringList({QStringLiteral("de"), QStringLiteral("en")}));
    const auto of = [&](const QString &text) {
        const auto lexicon = lexicons.of(QString(), text);
        return lexicon && *lexicon ? ((*lexicon)->isVerbSecond() ? QStringLiteral("de") : QStringLiteral("en")) : QString();
    };
    QCOMPARE(of(QStringLiteral("Die Brücke ist alt und sie war in der Stadt nicht beliebt.")), QStringLiteral("de"));
    QCOMPARE(of(QStringLiteral("The bridge is old and it was not loved in the town.")), QStringLiteral("en"));
    QCOMPARE(of(QStringLiteral("Silta vanheni, kaupunki hiljeni.")), QString());
    QCOMPARE(of(QString()), QString());
}

void TestGerman::takesTheLanguageThatIsGiven()
{
    const QString text = QStringLiteral("Vogt sagte: „Wir bauen eine neue Brücke.“");
    QCOMPARE(found(text, QStringLiteral("de-AT")), found(text, QStringLiteral("de")));
    QCOMPARE(found(text, QString()), QStringList({QStringLiteral("Vogt / sagte / „Wir bauen eine neue Brücke.“")}));
}

void TestGerman::staysWithinRandomTexts()
{
    const QStringList pieces
        = QStringLiteral("sagte|Vogt|die Ministerin|dass|„|“|»|«|\"|'|,|.|?|:|;|\n|–|(|)|laut|nach|Angaben|"
                         "der Polizei|zufolge|wie|mitteilte|teilte|mit|hat|erklärt|wurde|sei|Dies|hieß|es|so|"
                         "demnach|wonach|ist der Meinung|zu|zahlen|und|3.|Mai|von|\U0001F600|ein Sprecher|als")
              .split(u'|');
    QRandomGenerator random(20260202);
    for (int round = 0; round < 1500; ++round) {
        QString text;
        const int length = random.bounded(1, 60);
        for (int i = 0; i < length; ++i) {
            text += pieces[random.bounded(pieces.size())];
            if (random.bounded(3))
                text += u' ';
        }
        QVERIFY2(whatIsWrong(detect(text), text).isEmpty(), qPrintable(text + u'\n' + whatIsWrong(detect(text), text)));
    }
}

void TestGerman::readsALongLineInLinearTime()
{
    for (const QString &unit : {QStringLiteral("Vogt sagte, dass die Brücke hält. "), QStringLiteral("sagte Vogt, "),
                                QStringLiteral("laut Vogt "), QStringLiteral("„ sagte er "), QStringLiteral("hat, erklärt ")}) {
        const auto seconds = [&unit](int copies) {
            const QString text = unit.repeated(copies);
            const std::clock_t begin = std::clock();
            detect(text);
            return double(std::clock() - begin) / CLOCKS_PER_SEC;
        };
        seconds(100);
        const double shorter = seconds(400);
        const double longer = seconds(4000);
        // Ten times as long; quadratic work would take a hundred times as long.
        QVERIFY2(longer < 40 * shorter + 0.05, qPrintable(QStringLiteral("%1: %2 s, %3 s").arg(unit).arg(shorter).arg(longer)));
    }
}

QTEST_GUILESS_MAIN(TestGerman)
#include "test_german.moc"
