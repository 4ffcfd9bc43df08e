// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/windows/articlepane.h>
#include <app/windows/mainwindow.h>
#include <tests/support/markup.h>

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace Quoth::Test {

/// The real window on a new project of one article, worked by real keys and mouse.
class WindowBench
{
public:
    /// Settings of its own, under the test's name.
    static void prepare(const QString &name)
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("Quoth"));
        QCoreApplication::setApplicationName(name);
    }

    WindowBench() : window((QSettings().clear(), QStringLiteral("tester")))
    {
        window.resize(1500, 820);
        window.QWidget::show();
    }

    /// False if the article has not come into view in time.
    bool open(const Annotation::AnnotatedArticle &article)
    {
        if (!QTest::qWaitForWindowActive(&window) || !window.createProject(m_folder.filePath(QStringLiteral("p.quoth"))))
            return false;
        auto &session = window.desk()->session();
        const auto added = session.project().call([&article](Storage::Project &project) {
            Annotation::AnnotatedArticle named = article;
            named.article.externalId = QStringLiteral("a");
            return project.addArticle(named, {}, {});
        });
        if (!added)
            return false;
        session.ids() = Editing::IdAllocator(*session.project().call([](Storage::Project &project) { return project.nextIds(); }));
        session.openArticle(*added);
        return QTest::qWaitFor([this] { return bench().model().isOpen() && view().hasFocus() && view().width() > 800; }, 30000);
    }
    /// The markup as a detector would suggest it.
    bool openSuggested(const char *markup)
    {
        Annotation::AnnotatedArticle article = parse(QString::fromUtf8(markup));
        Annotation::Provenance provenance;
        provenance.state = Annotation::State::Suggested;
        provenance.origin.kind = Annotation::OriginKind::Detector;
        provenance.origin.name = QStringLiteral("rules");
        provenance.confidence = 0.8;
        for (Annotation::Span &span : article.annotations.spans)
            span.provenance = provenance;
        for (Annotation::Attribution &attribution : article.annotations.attributions)
            attribution.provenance = provenance;
        return open(article);
    }
    bool open(const char *markup) { return open(parse(QString::fromUtf8(markup))); }

    Windows::Workbench &bench() { return window.desk()->workbench(); }
    const Annotation::AnnotationIndex &index() { return bench().index(); }
    Widgets::ArticleView &view() { return window.desk()->pane().view(); }
    const QString &text() { return bench().article().text; }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), key, modifiers); }
    TextRange find(const char *words)
    {
        const qsizetype begin = text().indexOf(QString::fromUtf8(words));
        if (begin < 0)
            qFatal("The article has no “%s”.", words);
        return {qint32(begin), qint32(begin + QString::fromUtf8(words).size())};
    }
    void select(const char *words)
    {
        const TextRange range = find(words);
        view().setSelection(range.begin, range.end);
    }
    /// A place on the edge of a character, that many pixels beside it, in reading direction of left to right.
    QPoint at(qint32 offset, int beside = 0)
    {
        const QRectF here = view().caretRectangle(offset);
        return {qRound(here.left()) + beside, qRound(here.center().y())};
    }
    /// Press, moves, release. Words are dragged from within their first to within their last character.
    void drag(const QPoint &from, const QPoint &to, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *viewport = view().viewport();
        QTest::mouseMove(viewport, from);
        QTest::mousePress(viewport, Qt::LeftButton, modifiers, from);
        for (const QPoint &position : {(from + to) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, position, viewport->mapToGlobal(position), Qt::NoButton, Qt::LeftButton, modifiers);
            QCoreApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton, modifiers, to);
    }
    void drag(TextRange words, Qt::KeyboardModifiers modifiers = {})
    {
        view().ensureVisible(words.begin, words.end);
        drag(at(words.begin, 2), at(words.end, -2), modifiers);
    }
    void click(const QPoint &place)
    {
        QTest::mouseMove(view().viewport(), place);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, place);
    }
    QString role(const QString &name, int attribution = 0)
    {
        const auto all = index().attributionsInOrder();
        return attribution < all.size() ? roleText(*index().attribution(all[attribution]), name, index(), text()) : QString();
    }
    QString speaker(int attribution = 0)
    {
        const auto all = index().attributionsInOrder();
        const auto id = attribution < all.size() ? Annotation::speakerOf(*index().attribution(all[attribution]), index()) : std::nullopt;
        return id ? index().speaker(*id)->name : QString();
    }

private:
    QTemporaryDir m_folder; // goes after the window, which has a project in it

public:
    Windows::MainWindow window;
};

} // namespace Quoth::Test
