// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <app/windows/articlelistdock.h>
#include <app/windows/learning.h>
#include <app/windows/statusline.h>
#include <tests/support/smallmodel.h>

#include <QDialogButtonBox>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>

using namespace Quoth;
using namespace Quoth::Test;

/// Learning while a person works, with a small model.
class TestLearningWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void learnsAfterADecisionTellsWhatAndForgetsIt();
    void saysThatNothingWasLearnedWithoutAModel();
    void putsTheLeastSureArticlesFirst();

private:
    static QList<Sample> samples(int count);
    QString modelFile() const { return m_folder.filePath(QStringLiteral("small.quothmodel")); }

    QTemporaryDir m_folder;
};

QList<Sample> TestLearningWindow::samples(int count)
{
    QList<Sample> result;
    for (int i = 0; i < count; ++i) {
        const Detection::TrainingArticle saying = sayings(i, 3, QStringLiteral("burbled"));
        QString markup;
        qint32 done = 0;
        int number = 0;
        for (const auto &said : saying.attributions) {
            ++number;
            const auto mark = [&](QChar label, TextRange range) {
                markup += saying.text.mid(done, range.begin - done);
                markup += QStringLiteral("[%1%2:%3]").arg(label).arg(number).arg(saying.text.mid(range.begin, range.length()));
                done = range.end;
            };
            mark(u'S', said.source.constFirst());
            mark(u'C', said.cue.constFirst());
            mark(u'Q', said.content.constFirst());
        }
        markup += saying.text.mid(done);
        result.append({QStringLiteral("a%1").arg(i), QStringLiteral("Article %1").arg(i), {}, markup});
    }
    return result;
}

void TestLearningWindow::initTestCase()
{
    WindowFixture::useOwnSettings("test_learningwindow");
    const QByteArray bytes = Detection::writeModel(smallModel());
    QFile file(modelFile());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestLearningWindow::learnsAfterADecisionTellsWhatAndForgetsIt()
{
    WindowFixture f(samples(8));
    f.desk().learning().setModelFile(modelFile());
    QSignalSpy learned(&f.desk().learning(), &Windows::Learning::learned);
    f.take("burbled");
    f.key(Qt::Key_Backspace); // reject
    f.key(Qt::Key_Return); // and accept after all: one batch
    QVERIFY(learned.wait(20000));
    QTRY_VERIFY_WITH_TIMEOUT(!f.desk().learning().isAtWork(), 20000);
    QCOMPARE(f.desk().status().learnedText(), QStringLiteral("Learned from 8 article(s)"));
    const auto latest = [&f] {
        const auto version = f.session().project().call([](Storage::Project &project) { return Storage::latestLearnerVersion(project); });
        return version && *version ? **version : Storage::LearnerVersion();
    };
    QCOMPARE(latest().articles.size(), 8);
    const qint64 number = latest().number;

    QString summary;
    int findings = 0;
    WindowFixture::whenOneComesUp([&](QWidget *dialog) {
        summary = dialog->findChild<QLabel *>(QStringLiteral("learned.summary"))->text();
        findings = dialog->findChild<QListWidget *>(QStringLiteral("learned.findings"))->count();
        QTest::keyClick(dialog->findChild<QPushButton *>(QStringLiteral("learned.reset")), Qt::Key_Space);
    });
    f.desk().learning().action()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(latest().number, number + 1, 20000);
    QCOMPARE(summary, QStringLiteral("Learned from 8 article(s)"));
    QVERIFY(findings > 0);
    QVERIFY(latest().state.isEmpty());
    QCOMPARE(latest().passedOver.size(), 8);
}

void TestLearningWindow::saysThatNothingWasLearnedWithoutAModel()
{
    WindowFixture f(samples(1));
    f.desk().learning().setModelFile(QStringLiteral("/nowhere/none.quothmodel"));
    f.take("burbled");
    f.key(Qt::Key_Backspace);
    QTRY_VERIFY_WITH_TIMEOUT(!f.desk().learning().isAtWork(), 20000);
    QCOMPARE(f.desk().status().learnedText(), QString());
    QString summary;
    bool canReset = true;
    WindowFixture::whenOneComesUp([&](QWidget *dialog) {
        summary = dialog->findChild<QLabel *>(QStringLiteral("learned.summary"))->text();
        canReset = dialog->findChild<QPushButton *>(QStringLiteral("learned.reset"))->isEnabled();
        QTest::keyClick(dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Close), Qt::Key_Space);
    });
    f.desk().learning().action()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!summary.isEmpty(), 20000);
    QVERIFY2(summary.contains(QStringLiteral("cannot be read")), qPrintable(summary));
    QVERIFY(!canReset);
}

void TestLearningWindow::putsTheLeastSureArticlesFirst()
{
    WindowFixture f(samples(3));
    const auto set = [&f](const QString &sql) {
        const auto done = f.session().project().call([sql](Storage::Project &project) { return project.database().runOnce(sql); });
        QVERIFY(done);
    };
    set(QStringLiteral("UPDATE attributions SET state = 'suggested', confidence = 0.9 WHERE article = 2"));
    set(QStringLiteral("UPDATE attributions SET state = 'suggested', confidence = 0.5 WHERE article = 3"));
    auto *list = f.desk().articleList().findChild<QListView *>(QStringLiteral("articles.list"));
    const auto titles = [list] {
        QStringList result;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            result.append(list->model()->index(row, 0).data().toString());
        return result.join(QStringLiteral(", "));
    };
    QCOMPARE(titles(), QStringLiteral("Article 0, Article 1, Article 2"));
    QAction *order = f.desk().articleList().namedActions().byUncertainty;
    order->trigger();
    QTRY_COMPARE(titles(), QStringLiteral("Article 2, Article 1, Article 0"));
    order->trigger();
    QTRY_COMPARE(titles(), QStringLiteral("Article 0, Article 1, Article 2"));
}

QTEST_MAIN(TestLearningWindow)
#include "test_learningwindow.moc"
