// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/annotation/colourvision.h>
#include <app/annotation/schemaproblems.h>
#include <tests/support/schema.h>

#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Test;

class TestSchemaProblems : public QObject
{
    Q_OBJECT

private slots:
    void measuresDifferencesAsPublished_data();
    void measuresDifferencesAsPublished();
    void measuresContrastAsWcagDoes();
    void readsColoursStrictly();
    void seesWhatOthersSee();
    void findsNothingInTheDefaultSchema();
    void tellsLabelsOfOneMarkThatLookAlikeToSome();
    void countsMarksBeforeColours();
    void tellsMarksThatAreHardToSee();
    void tellsClashingKeys();
    void tellsNamesGivenTwice();
    void tellsRolesWithoutAKnownLabel();
    void cannotExpressACycle();
    void tellsEmptySchemas();
    void tellsBadAttributes();
};

namespace {

QStringList places(const QList<SchemaProblem> &problems, Severity severity)
{
    QStringList result;
    for (const SchemaProblem &problem : problems) {
        if (problem.severity == severity)
            result.append(problem.place);
    }
    return result;
}

Schema broken(const std::function<void(Schema &)> &how)
{
    Schema schema = defaultSchema();
    how(schema);
    return schema;
}

} // namespace

void TestSchemaProblems::measuresDifferencesAsPublished_data()
{
    // Pairs 1, 4, 7, 14, 17 and 24 of the test data of Sharma, Wu and Dalal (2005).
    QTest::addColumn<QList<double>>("pair");
    QTest::addColumn<double>("expected");
    QTest::newRow("1") << QList<double>{50, 2.6772, -79.7751, 50, 0, -82.7485} << 2.0425;
    QTest::newRow("4") << QList<double>{50, -1.3802, -84.2814, 50, 0, -82.7485} << 1.0;
    QTest::newRow("7") << QList<double>{50, 0, 0, 50, -1, 2} << 2.3669;
    QTest::newRow("14") << QList<double>{50, -0.001, 2.49, 50, 0.0011, -2.49} << 4.7461;
    QTest::newRow("17") << QList<double>{50, 2.5, 0, 73, 25, -18} << 27.1492;
    QTest::newRow("24") << QList<double>{50, 2.5, 0, 50, 3.2592, 0.3350} << 1.0;
}

void TestSchemaProblems::measuresDifferencesAsPublished()
{
    QFETCH(QList<double>, pair);
    QFETCH(double, expected);
    const Lab one{pair[0], pair[1], pair[2]};
    const Lab other{pair[3], pair[4], pair[5]};
    QVERIFY2(std::abs(difference(one, other) - expected) < 5e-5, qPrintable(QString::number(difference(one, other), 'f', 5)));
    QVERIFY(std::abs(difference(other, one) - expected) < 5e-5);
}

void TestSchemaProblems::measuresContrastAsWcagDoes()
{
    const Rgb white{1, 1, 1};
    QCOMPARE(contrastRatio(white, {0, 0, 0}), 21.0);
    QCOMPARE(contrastRatio(white, white), 1.0);
    QVERIFY(std::abs(contrastRatio(*rgbFromHex(u"#767676"), white) - 4.54) < 0.005);
}

void TestSchemaProblems::readsColoursStrictly()
{
    QVERIFY(rgbFromHex(u"#ff8000") == (Rgb{1, 128 / 255.0, 0}));
    for (const QStringView bad : {u"", u"#fff", u"ff8000", u"#ff80zz", u"#+1-1 1", u"#ff80000"})
        QVERIFY2(!rgbFromHex(bad), qPrintable(bad.toString()));
}

void TestSchemaProblems::seesWhatOthersSee()
{
    const Rgb red{0.8, 0.1, 0.1};
    const Rgb olive{0.42, 0.36, 0.1};
    QVERIFY(difference(labOf(red), labOf(olive)) > 30);
    QVERIFY(difference(labOf(asSeen(red, Vision::Protanopia)), labOf(asSeen(olive, Vision::Protanopia))) < 20);
    const Rgb grey = asSeen(red, Vision::Achromatopsia);
    QCOMPARE(grey.red, grey.green);
    QCOMPARE(grey.green, grey.blue);
    for (const Vision vision : {Vision::Full, Vision::Protanopia, Vision::Deuteranopia, Vision::Tritanopia, Vision::Achromatopsia}) {
        const Rgb white = asSeen({1, 1, 1}, vision);
        QVERIFY(std::abs(white.red - 1) < 0.001 && std::abs(white.green - 1) < 0.001 && std::abs(white.blue - 1) < 0.001);
    }
}

void TestSchemaProblems::findsNothingInTheDefaultSchema()
{
    const auto problems = schemaProblems(defaultSchema());
    QVERIFY2(problems.isEmpty(), problems.isEmpty() ? "" : qPrintable(problems.constFirst().place + problems.constFirst().message));
}

void TestSchemaProblems::tellsLabelsOfOneMarkThatLookAlikeToSome()
{
    const Schema schema = broken([](Schema &s) {
        s.labels[1].mark = s.labels[0].mark;
        s.labels[0].colour = QStringLiteral("#0b6bb5");
        s.labels[1].colour = QStringLiteral("#7b3fb2");
    });
    const auto problems = schemaProblems(schema);
    QVERIFY(isUsable(problems));
    QVERIFY(places(problems, Severity::Warning).contains(QStringLiteral("labels/1/colour")));
    const auto told = std::find_if(problems.begin(), problems.end(), [](const SchemaProblem &p) { return p.place == u"labels/1/colour"; });
    QVERIFY2(told->message.contains(QStringLiteral("deuteranopia")), qPrintable(told->message));
    QVERIFY2(!told->message.contains(QStringLiteral("tritanopia")), qPrintable(told->message));
}

void TestSchemaProblems::countsMarksBeforeColours()
{
    const Schema schema = broken([](Schema &s) { s.labels[1].colour = s.labels[0].colour; });
    const auto problems = schemaProblems(schema);
    QCOMPARE(places(problems, Severity::Note), QStringList(QStringLiteral("labels/1/colour")));
    QVERIFY(places(problems, Severity::Warning).isEmpty());
}

void TestSchemaProblems::tellsMarksThatAreHardToSee()
{
    const auto problems = schemaProblems(broken([](Schema &s) {
        s.labels[2].colour = QStringLiteral("#eeeeaa");
        s.labels[3].darkColour = QStringLiteral("#401010");
        s.labels[4].colour = QStringLiteral("red");
    }));
    QVERIFY(places(problems, Severity::Warning).contains(QStringLiteral("labels/2/colour")));
    QVERIFY(places(problems, Severity::Warning).contains(QStringLiteral("labels/3/darkColour")));
    QCOMPARE(places(problems, Severity::Error), QStringList(QStringLiteral("labels/4/colour")));
}

void TestSchemaProblems::tellsClashingKeys()
{
    const auto problems = schemaProblems(broken([](Schema &s) {
                                             s.labels[1].key = QStringLiteral("1");
                                             s.labels[2].key = QStringLiteral("q");
                                             s.labels[3].key = QStringLiteral("F2");
                                             s.labels[4].key = QStringLiteral("A");
                                         }),
                                         {{QStringLiteral("Q"), QStringLiteral("Begin a word earlier")}});
    QCOMPARE(places(problems, Severity::Error),
             (QStringList{QStringLiteral("labels/1/key"), QStringLiteral("labels/2/key"), QStringLiteral("labels/3/key"), QStringLiteral("frames/0/key")}));
    QVERIFY(problems[0].message.contains(QStringLiteral("Speaker")));
    QVERIFY(problems[1].message.contains(QStringLiteral("Begin a word earlier")));
    QVERIFY(!isUsable(problems));
}

void TestSchemaProblems::tellsNamesGivenTwice()
{
    const auto problems = schemaProblems(broken([](Schema &s) {
        s.labels[1].name = s.labels[0].name;
        s.labels[2].name = QStringLiteral(" Quotation");
        s.labels[3].title.clear();
        s.labels[4].title = s.labels[2].title;
        s.frameTypes[0].roles[1].name = s.frameTypes[0].roles[0].name;
    }));
    const QStringList errors = places(problems, Severity::Error);
    for (const char *place : {"labels/1/name", "labels/2/name", "labels/3/title", "frames/0/roles/1/name", "frames/0/roles/1/labels"})
        QVERIFY2(errors.contains(QLatin1String(place)), place);
    QVERIFY(places(problems, Severity::Warning).contains(QStringLiteral("labels/4/title")));
}

void TestSchemaProblems::tellsRolesWithoutAKnownLabel()
{
    const auto problems = schemaProblems(broken([](Schema &s) {
        s.frameTypes[0].roles[0].labels.clear();
        s.frameTypes[0].roles[1].labels = {QStringLiteral("Nobody")};
        s.frameTypes[0].roles[2].labels = {QStringLiteral("Quotation"), QStringLiteral("Quotation")};
    }));
    QCOMPARE(places(problems, Severity::Error),
             (QStringList{QStringLiteral("frames/0/roles/0/labels"), QStringLiteral("frames/0/roles/1/labels"), QStringLiteral("frames/0/roles/2/labels")}));
}

void TestSchemaProblems::cannotExpressACycle()
{
    // A relation that a role would take is the only way to one, and roles take labels alone: it is refused in words, by file too.
    const Schema schema = broken([](Schema &s) { s.frameTypes[0].roles[2].labels.append(QStringLiteral("Attribution")); });
    const auto problems = schemaProblems(schema);
    QCOMPARE(places(problems, Severity::Error), QStringList(QStringLiteral("frames/0/roles/2/labels")));
    QVERIFY(problems[0].message.contains(QStringLiteral("contain itself")));
    QVERIFY(!Schema::fromJson(schema.toJson(), QStringLiteral("here")));
}

void TestSchemaProblems::tellsEmptySchemas()
{
    QCOMPARE(places(schemaProblems(Schema()), Severity::Error), (QStringList{QStringLiteral("name"), QStringLiteral("labels")}));
    const auto problems = schemaProblems(broken([](Schema &s) { s.frameTypes[0].roles.clear(); }));
    QCOMPARE(places(problems, Severity::Error), QStringList(QStringLiteral("frames/0/roles")));
}

void TestSchemaProblems::tellsBadAttributes()
{
    const auto problems = schemaProblems(broken([](Schema &s) {
        s.labels[3].attributes[1].name = s.labels[3].attributes[0].name;
        s.labels[3].attributes[0].values = {QStringLiteral("yes"), QStringLiteral("yes"), QString()};
    }));
    QCOMPARE(places(problems, Severity::Error),
             (QStringList{QStringLiteral("labels/3/attributes/0/values"), QStringLiteral("labels/3/attributes/0/values"), QStringLiteral("labels/3/attributes/1/name")}));
}

QTEST_MAIN(TestSchemaProblems)
#include "test_schemaproblems.moc"
