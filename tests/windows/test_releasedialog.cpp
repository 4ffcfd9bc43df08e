// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openproject.h"

#include <app/windows/releasedialog.h>
#include <app/windows/releaseform.h>
#include <tests/support/stories.h>

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Windows;

namespace {

constexpr int patience = 30000; // milliseconds

} // namespace

class TestReleaseDialog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_session.reset(); }
    void countsWhatIsChosen();
    void publishesAndRemembers();
    void saysWhyNothingCanBePublished();
    void keepsWhatItHasNoFieldFor();
    void changesTheSharesThatArePicked();

private:
    template<class T>
    static T *child(const ReleaseDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QStringLiteral("release.") + QLatin1String(name));
    }
    /// Of all splits.
    static int articles(const ReleaseDialog &dialog)
    {
        const auto *counts = child<QTableWidget>(dialog, "counts");
        int sum = 0;
        for (int row = 0; row < counts->rowCount(); ++row)
            sum += counts->item(row, 1)->text().toInt();
        return sum;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Editing::EditSession> m_session;
};

void TestReleaseDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QList<Test::Sample> samples;
    for (int number = 1; number <= 6; ++number) {
        samples.append({QStringLiteral("a%1").arg(number), QStringLiteral("Story %1").arg(number), QStringLiteral("The Gull"),
                        number == 6 ? Test::story(number, 1) : QStringLiteral("[S1:Ann Lind] [C1:said] [Q1:") + Test::storyParagraphs(number, 1).constFirst() + u']'});
    }
    m_session = Test::openProject(*m_folder, samples);
}

void TestReleaseDialog::countsWhatIsChosen()
{
    ReleaseDialog dialog(*m_session, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto *counts = child<QTableWidget>(dialog, "counts");
    const auto *publish = child<QPushButton>(dialog, "publish");
    QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), patience);
    QCOMPARE(counts->rowCount(), 3);
    QCOMPARE(articles(dialog), 6);
    QTest::keyClick(child<QSpinBox>(dialog, "test"), Qt::Key_PageDown);
    QVERIFY(!publish->isEnabled()); // what is shown is of before
    QTRY_COMPARE_WITH_TIMEOUT(counts->rowCount(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), patience);
    QCOMPARE(articles(dialog), 6);
    QTest::keyClick(child<QComboBox>(dialog, "review"), Qt::Key_End);
    QTRY_COMPARE_WITH_TIMEOUT(articles(dialog), 5, patience);
    QVERIFY2(child<QLabel>(dialog, "summary")->text().contains(QStringLiteral("left out")), qPrintable(child<QLabel>(dialog, "summary")->text()));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("news-dataset"))));
}

void TestReleaseDialog::publishesAndRemembers()
{
    ReleaseDialog dialog(*m_session, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const QString folder = m_folder->filePath(QStringLiteral("news-dataset"));
    QCOMPARE(child<QLineEdit>(dialog, "output")->text(), folder);
    auto *start = child<QComboBox>(dialog, "start");
    QCOMPARE(start->count(), 1);
    auto *publish = child<QPushButton>(dialog, "publish");
    QTest::keyClick(child<QSpinBox>(dialog, "test"), Qt::Key_PageDown);
    QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), patience);
    const Tasks::ReleaseRecipe recipe = dialog.form().recipe();
    QTest::mouseClick(publish, Qt::LeftButton);
    QVERIFY(!publish->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(start->count(), 2, patience);
    QVERIFY2(child<QLabel>(dialog, "summary")->text().contains(QStringLiteral("Release 1")), qPrintable(child<QLabel>(dialog, "summary")->text()));
    for (const char *name : {"README.md", "manifest.json", "schema.json", "data/train.jsonl", "data/validation.jsonl"})
        QVERIFY2(QFile::exists(folder + u'/' + QLatin1String(name)), name);
    QVERIFY(!QFile::exists(folder + QStringLiteral("/data/test.jsonl")));
    QVERIFY(dialog.isVisible());
    // The same recipe can be taken up again.
    QTest::keyClick(child<QSpinBox>(dialog, "train"), Qt::Key_PageDown);
    QVERIFY(dialog.form().recipe().splits.shares != recipe.splits.shares);
    QTest::keyClick(start, Qt::Key_Down);
    QCOMPARE(start->currentIndex(), 1);
    QVERIFY(dialog.form().recipe().splits == recipe.splits);
    QVERIFY(dialog.form().recipe().selection == recipe.selection);
    QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), patience);
}

void TestReleaseDialog::saysWhyNothingCanBePublished()
{
    ReleaseDialog dialog(*m_session, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto *publish = child<QPushButton>(dialog, "publish");
    QTRY_VERIFY_WITH_TIMEOUT(publish->isEnabled(), patience);
    // A folder that holds something else is left alone.
    auto *output = child<QLineEdit>(dialog, "output");
    QFile other(m_folder->filePath(QStringLiteral("other.txt")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    output->selectAll();
    QTest::keyClicks(output, m_folder->path());
    QTest::mouseClick(publish, Qt::LeftButton);
    auto *summary = child<QLabel>(dialog, "summary");
    QTRY_VERIFY_WITH_TIMEOUT(summary->text().startsWith(QStringLiteral("Nothing was written.")), patience);
    QVERIFY(QFile::exists(other.fileName()));
    QCOMPARE(child<QComboBox>(dialog, "start")->count(), 1);
    QVERIFY(publish->isEnabled());
    output->selectAll();
    QTest::keyClick(output, Qt::Key_Delete);
    QVERIFY(!publish->isEnabled());
}

void TestReleaseDialog::keepsWhatItHasNoFieldFor()
{
    Tasks::ReleaseRecipe recipe;
    recipe.name = QStringLiteral("Rain");
    recipe.languages = {QStringLiteral("en")};
    recipe.selection.articles = {QStringLiteral("a1"), QStringLiteral("a2")};
    recipe.splits.seed = 7;
    recipe.splits.similarity = 0.3;
    recipe.splits.groupBy = {QStringLiteral("desk"), QStringLiteral("day")};
    recipe.splits.shares = {{QStringLiteral("train"), 0.8}, {QStringLiteral("holdout"), 0.1}, {QStringLiteral("test"), 0.1}};
    ReleaseForm form;
    form.setRecipe(recipe);
    const Tasks::ReleaseRecipe read = form.recipe();
    QVERIFY(read.splits.shares == recipe.splits.shares);
    recipe.splits.groupBy.sort();
    Tasks::ReleaseRecipe sorted = read;
    sorted.splits.groupBy.sort();
    QVERIFY(sorted == recipe);
}

void TestReleaseDialog::changesTheSharesThatArePicked()
{
    Tasks::ReleaseRecipe recipe;
    recipe.splits.shares = {{QStringLiteral("train"), 70}, {QStringLiteral("holdout"), 20}, {QStringLiteral("test"), 10}};
    ReleaseForm form;
    form.setRecipe(recipe);
    QTest::keyClick(form.findChild<QSpinBox *>(QStringLiteral("release.train")), Qt::Key_Up);
    QTest::keyClick(form.findChild<QSpinBox *>(QStringLiteral("release.test")), Qt::Key_PageDown);
    QTest::keyClick(form.findChild<QSpinBox *>(QStringLiteral("release.validation")), Qt::Key_Up);
    const QList<Measure::SplitShare> shares{{QStringLiteral("train"), 71}, {QStringLiteral("holdout"), 20}, {QStringLiteral("validation"), 1}};
    QVERIFY(form.recipe().splits.shares == shares);
}

QTEST_MAIN(TestReleaseDialog)
#include "test_releasedialog.moc"
