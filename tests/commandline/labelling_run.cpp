// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statedigest.h"

#include <app/editing/edits.h>
#include <app/editing/editsession.h>

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QTimer>

#include <cstdio>

using namespace Quoth;
using namespace Quoth::Annotation;

namespace {

/// Labels the first article of a project at random until it is killed. Before each edit it prints "step N DIGEST", the state that
/// the edit leads to; once everything is on the disk, "saved N".
class LabellingRun
{
public:
    LabellingRun(std::unique_ptr<Storage::ProjectThread> project, quint32 seed)
        : m_session(std::move(project), QStringLiteral("tester")), m_random(seed)
    {
        QObject::connect(&m_session, &Editing::EditSession::articleOpened, &m_session, [this] {
            m_digests.append(digest(m_session.model().index()));
            work();
        });
        QObject::connect(&m_session, &Editing::EditSession::savedChanged, &m_session, [this] {
            if (m_session.isSaved())
                acknowledge();
        });
        QObject::connect(&m_session, &Editing::EditSession::failed, &m_session, [](const Error &error) {
            std::fprintf(stderr, "%s\n", qPrintable(error.text()));
            std::exit(1);
        });
        m_session.openArticle(ArticleId(1));
    }

private:
    QByteArray digest(const AnnotationIndex &index) { return stateDigest(index, m_session.model().article().text); }

    void acknowledge()
    {
        std::printf("saved %d\n", m_steps);
        std::fflush(stdout);
        QTimer::singleShot(0, &m_session, [this] { work(); });
    }

    void announce(const QByteArray &state)
    {
        std::printf("step %d %s\n", ++m_steps, state.constData());
        std::fflush(stdout);
    }

    void work()
    {
        if (m_digests.size() > 1 && m_random.bounded(6) == 0) {
            m_digests.removeLast();
            announce(m_digests.constLast());
            m_session.undo();
            acknowledge();
            return;
        }
        bool committed = false;
        for (int burst = m_random.bounded(1, 4); burst > 0; --burst) {
            const Edit edit = anyEdit();
            if (edit.changes.isEmpty())
                continue;
            AnnotationIndex after = m_session.model().index();
            for (const Change &change : edit.changes)
                after.apply(change);
            m_digests.append(digest(after));
            announce(m_digests.constLast());
            m_session.commit(edit);
            committed = true;
        }
        if (!committed)
            QTimer::singleShot(0, &m_session, [this] { work(); });
    }

    TextRange anyRange()
    {
        const int begin = m_random.bounded(int(m_session.model().article().text.size()) - 50);
        return {begin, begin + m_random.bounded(2, 40)};
    }

    Edit anyEdit()
    {
        const AnnotationIndex &index = m_session.model().index();
        Editing::Edits edits(m_session.model().article(), index, m_session.schema(), m_session.ids(),
                             m_session.person());
        const QStringList labels = {QStringLiteral("Speaker"), QStringLiteral("Cue"), QStringLiteral("Quotation"), QStringLiteral("Claim")};
        const auto &spans = index.spansInOrder();
        if (spans.size() < 5)
            return edits.addSpan(labels[m_random.bounded(4)], {anyRange()});
        const SpanId span = spans[size_t(m_random.bounded(int(spans.size())))].id;
        const QList<AttributionId> attributions = index.attributionsInOrder();
        switch (m_random.bounded(8)) {
        case 0: return edits.addSpan(labels[m_random.bounded(4)], {anyRange(), anyRange()});
        case 1: return edits.setFragments(span, {anyRange()});
        case 2: return edits.relabel(span, labels[m_random.bounded(4)]);
        case 3: return edits.setState({span}, m_random.bounded(2) ? State::Rejected : State::Accepted);
        case 4: return edits.addAttributionWith(contentRole, QStringLiteral("Quotation"), {anyRange()});
        case 5: return edits.setNote(span, QString::number(m_random.bounded(1000)));
        case 6:
            if (!attributions.isEmpty())
                return edits.remove({attributions[m_random.bounded(int(attributions.size()))]});
            [[fallthrough]];
        default: return edits.remove({span});
        }
    }

    Editing::EditSession m_session;
    QRandomGenerator m_random;
    QList<QByteArray> m_digests; // of the states that undo leads back through
    int m_steps = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QString path = application.arguments().value(1);
    auto project = Storage::ProjectThread::start([&path] { return Storage::Project::open(path, Storage::Project::Access::ReadWrite); });
    if (!project) {
        std::fprintf(stderr, "%s\n", qPrintable(project.error().text()));
        return 1;
    }
    const LabellingRun run(*std::move(project), application.arguments().value(2).toUInt());
    QTimer::singleShot(20000, &application, &QCoreApplication::quit); // should nobody kill it
    return application.exec();
}
