// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <app/base/translation.h>
#include <app/editing/reviewqueue.h>
#include <app/exchange/formatregistry.h>
#include <app/tasks/exporting.h>
#include <app/windows/labelling.h>
#include <app/windows/languagemenu.h>
#include <app/windows/statusline.h>
#include <app/windows/systemcolours.h>
#include <app/windows/windowkeeper.h>
#include <widgets/labelpalette.h>

#include <QFile>
#include <QLocale>
#include <QMenuBar>
#include <QPointer>
#include <QtTest>

using namespace Quoth;
using namespace Quoth::Annotation;
using namespace Quoth::Test;
using namespace Quoth::Windows;

namespace {

QList<Sample> samples()
{
    return {{QStringLiteral("bridge"), QStringLiteral("Bridge"), QStringLiteral("Post"), QStringLiteral("[S1:Ann] [C1:said] [Q1:that [L:it rained]].")},
            {QStringLiteral("mill"), QStringLiteral("Mill"), QStringLiteral("Post"), QStringLiteral("Nobody spoke. [S1:Bo] [C1:denied] [Q1:that it snowed].")}};
}

/// The program as it runs, on a project of its own: the window is made anew in each language.
class Program
{
public:
    Program() : m_colours(*qApp), m_keeper(QStringLiteral("me"), m_colours) { openProject(m_folder, samples()).reset(); }

    MainWindow &window() { return m_keeper.window(); }
    WindowKeeper &keeper() { return m_keeper; }
    Editing::EditSession &session() { return window().desk()->session(); }
    Workbench &bench() { return window().desk()->workbench(); }
    QString path() const { return m_folder.filePath(QStringLiteral("news.quoth")); }
    QString file(const char *name) const { return m_folder.filePath(QLatin1String(name)); }

    bool open()
    {
        window().QWidget::show();
        return QTest::qWaitForWindowActive(&window()) && window().openProject(path()) && isAt(1);
    }
    bool isAt(qint64 article)
    {
        return QTest::qWaitFor([&] { return window().desk() && bench().model().isOpen() && bench().article().id == ArticleId(article); }, 30000);
    }
    bool isSaved()
    {
        return QTest::qWaitFor([&] { return session().isSaved(); }, 30000);
    }
    /// As a person does, in the menu; the window that was is gone then.
    bool choose(const QString &language)
    {
        const QPointer<MainWindow> before = &window();
        auto *action = window().findChild<QAction *>(QStringLiteral("language.") + language);
        if (!action)
            return false;
        action->trigger();
        return QTest::qWaitFor([&] { return !before; }, 30000) && QTest::qWaitForWindowActive(&window());
    }

private:
    QTemporaryDir m_folder;
    SystemColours m_colours;
    WindowKeeper m_keeper;
};

QString inLanguage(const char *context, const char *text) { return QCoreApplication::translate(context, text); }

QString fileMenuOf(const MainWindow &window) { return window.menuBar()->actions().constFirst()->text(); }

} // namespace

class TestLanguages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { WindowFixture::useOwnSettings("quoth-test-languages"); }
    void init() { QSettings().clear(); }
    void cleanup();
    void offersAllLanguagesByTheirOwnNames();
    void comesUpInEachLanguage_data() { addLanguages(); }
    void comesUpInEachLanguage();
    void showsLabelsInEachLanguageAndKeepsTheirNames_data() { addLanguages(); }
    void showsLabelsInEachLanguageAndKeepsTheirNames();
    void goesOnAtTheSamePlaceInTheLanguageThatIsChosen();
    void writesTheSameInEveryLanguage();

private:
    static void addLanguages();
    static QByteArray exported(Program &program, const char *name);
};

void TestLanguages::cleanup()
{
    installLanguage(*qApp, QStringLiteral("en"));
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

void TestLanguages::addLanguages()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"ar", "de", "es", "fr", "ru", "uk", "zh_CN"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestLanguages::offersAllLanguagesByTheirOwnNames()
{
    const QStringList expected = QStringLiteral("en ar de es fr ru uk zh_CN").split(u' ');
    QCOMPARE(interfaceLanguages(), expected);
    QStringList names;
    const LanguageMenu menu(nullptr);
    const QList<QAction *> actions = menu.actions();
    for (const QAction *action : actions)
        names.append(action->text());
    for (const char *name : {"English", "العربية", "Deutsch", "Français", "Русский", "Українська", "简体中文"})
        QVERIFY2(names.contains(QString::fromUtf8(name)), qPrintable(names.join(u' ')));
    QCOMPARE(names.size(), expected.size() + 1); // and as the system
}

void TestLanguages::comesUpInEachLanguage()
{
    QFETCH(QString, language);
    Program program;
    program.keeper().setLanguage(language);
    QVERIFY(program.open());
    const MainWindow &window = program.window();
    QVERIFY(fileMenuOf(window) != QStringLiteral("&File"));
    QCOMPARE(fileMenuOf(window), inLanguage("Quoth::Windows::MainWindow", "&File"));
    const Qt::LayoutDirection direction = language == u"ar" ? Qt::RightToLeft : Qt::LeftToRight;
    QCOMPARE(window.layoutDirection(), direction);
    QCOMPARE(program.window().desk()->pane().layoutDirection(), direction);

    QVERIFY(QLocale().language() == QLocale(language).language());
    // Of one kind with those of texts with a plural, which are Latin.
    const QLocale numbers(language == u"ar" ? QStringLiteral("ar_AE") : language);
    QCOMPARE(QLocale().toString(1234567.5, 'f', 1), numbers.toString(1234567.5, 'f', 1));
    const QString total = numbers.toString(Editing::reviewProgress(program.bench().index()).total);
    QTRY_VERIFY2(program.window().desk()->status().reviewText().contains(total), qPrintable(program.window().desk()->status().reviewText()));
    QVERIFY(!program.window().desk()->status().reviewText().startsWith(QStringLiteral("Review:")));
}

void TestLanguages::showsLabelsInEachLanguageAndKeepsTheirNames()
{
    QFETCH(QString, language);
    Program program;
    program.keeper().setLanguage(language);
    QVERIFY(program.open());
    const QString claim = inLanguage("Quoth::Schema", "Claim");
    QVERIFY(claim != QStringLiteral("Claim"));
    QCOMPARE(program.bench().schema().label(u"Claim")->title, claim);
    QCOMPARE(program.session().schema().label(u"Claim")->title, QStringLiteral("Claim"));
    QStringList buttons;
    const QList<Widgets::LabelButton *> all = program.window().findChild<Widgets::LabelPalette *>()->buttons();
    for (const Widgets::LabelButton *button : all)
        buttons.append(button->text());
    QVERIFY2(buttons.contains(claim), qPrintable(buttons.join(u' ')));

    program.window().desk()->pane().view().setSelection(0, 3);
    program.window().desk()->labelling().label(QStringLiteral("ScareQuote"));
    const auto span = program.bench().currentSpan();
    QVERIFY(span);
    QCOMPARE(program.bench().index().span(*span)->label, QStringLiteral("ScareQuote"));
}

void TestLanguages::goesOnAtTheSamePlaceInTheLanguageThatIsChosen()
{
    Program program;
    QVERIFY(program.open());
    QCOMPARE(fileMenuOf(program.window()), QStringLiteral("&File"));
    program.session().openArticle(ArticleId(2));
    QVERIFY(program.isAt(2));
    const AttributionId said = program.bench().index().attributionsInOrder().constFirst();
    const auto stateOfIt = [&] { return program.bench().index().attribution(said)->provenance.state; };
    program.bench().commit(program.bench().edits().setState({Editing::Item(said)}, State::Rejected));
    QVERIFY(program.isSaved());

    QVERIFY(program.choose(QStringLiteral("de")));
    QVERIFY(program.isAt(2));
    QCOMPARE(program.session().path(), program.path());
    QCOMPARE(fileMenuOf(program.window()), inLanguage("Quoth::Windows::MainWindow", "&File"));
    QVERIFY(fileMenuOf(program.window()) != QStringLiteral("&File"));
    QCOMPARE(LanguageMenu::remembered(), QStringLiteral("de"));
    QVERIFY(stateOfIt() == State::Rejected);
    QTRY_VERIFY_WITH_TIMEOUT(program.session().undoState().canUndo, 30000);
    program.session().undo();
    QTRY_VERIFY_WITH_TIMEOUT(program.isAt(2) && stateOfIt() == State::Accepted, 30000);

    QVERIFY(program.choose(QStringLiteral("ar")));
    QVERIFY(program.isAt(2));
    QCOMPARE(program.window().layoutDirection(), Qt::RightToLeft);
    QTRY_VERIFY_WITH_TIMEOUT(program.session().undoState().canRedo, 30000);

    QVERIFY(program.choose(QStringLiteral("en")));
    QVERIFY(program.isAt(2));
    QCOMPARE(program.window().layoutDirection(), Qt::LeftToRight);
    QCOMPARE(fileMenuOf(program.window()), QStringLiteral("&File"));
    QCOMPARE(LanguageMenu::remembered(), QStringLiteral("en"));
}

QByteArray TestLanguages::exported(Program &program, const char *name)
{
    const Exchange::FormatRegistry formats;
    const Exchange::Exporter *exporter = formats.exporter(u"jsonl");
    const QString output = program.file(name);
    const auto done = program.session().project().call([&](Storage::Project &project) {
        return Tasks::exportArticles(project, {ArticleId(1), ArticleId(2)}, *exporter, output, {{State::Accepted, State::Suggested, State::Rejected}},
                                     false, Progress());
    });
    QFile file(output);
    return done && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestLanguages::writesTheSameInEveryLanguage()
{
    Program program;
    QVERIFY(program.open());
    QVERIFY(program.choose(QStringLiteral("de")));
    QVERIFY(program.isAt(1));
    const QString shown = program.bench().schema().label(u"Claim")->title;
    QVERIFY(shown != QStringLiteral("Claim"));
    // Labelled, and said to be worth checking, while all of that has German titles.
    program.window().desk()->pane().view().setSelection(0, 3);
    program.window().desk()->labelling().label(QStringLiteral("Claim"));
    const auto span = program.bench().currentSpan();
    QVERIFY(span);
    program.bench().commit(program.bench().edits().setAttribute(*span, QStringLiteral("checkworthy"), QStringLiteral("yes")));
    QVERIFY(program.isSaved());
    const QByteArray german = exported(program, "german.jsonl");
    QVERIFY(german.contains("\"Claim\"") && german.contains("\"checkworthy\"") && german.contains("\"yes\""));
    QVERIFY2(!german.contains(shown.toUtf8()), german.constData());

    for (const char *language : {"ar", "zh_CN", "en"}) {
        QVERIFY(program.choose(QString::fromLatin1(language)));
        QVERIFY(program.isAt(1));
        QCOMPARE(exported(program, "again.jsonl"), german);
    }
}

QTEST_MAIN(TestLanguages)
#include "test_languages.moc"
