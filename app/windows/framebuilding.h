// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workbench.h"

#include <app/tasks/proposals.h>

#include <QTimer>

namespace Quoth::Windows {

/// The attribution that is being put together: which roles it still lacks, what the rules propose for them (a ghost that is no part of the
/// article until it is taken), and the slot that the next selection made by mouse fills. The slots of an attribution that is there
/// already are walked in the same way, to mend it.
class FrameBuilding : public QObject
{
    Q_OBJECT

public:
    explicit FrameBuilding(Workbench &workbench, QObject *parent = nullptr);

    /// Labelled words of a role join the attribution in hand, or begin one. Sources and cues wait for their content.
    void add(const QString &label, const QString &role, const QList<TextRange> &words);
    /// A new attribution that begins with any of its roles.
    void begin(const QString &label, const QString &role, const QList<TextRange> &words);
    /// Goes on with an attribution, and proposes what it lacks.
    void goOn(AttributionId attribution, const QString &role);
    /// Which role the words would fill.
    QString roleOf(const QList<TextRange> &words) { return m_proposals.roleOf(m_workbench.article(), words); }

    /// These return false where there was nothing to do.
    bool take(); ///< what is proposed
    bool takeAt(qint32 offset); ///< the one proposed part that holds the character
    bool drop(); ///< what is proposed for the slot in hand, else all that is proposed
    bool walk(bool forward); ///< to the next slot of the attribution that is built or mended; ends behind the last
    bool fillSlot(const QList<TextRange> &words); ///< the slot in hand, or the proposed part that the words overlap
    bool mend(); ///< puts the next slot of the attribution in hand into hand
    void setSlot(const QString &role); ///< of the attribution in hand
    void finish();

    const Tasks::Proposal &proposal() const { return m_proposal; }
    /// The role in hand, or empty.
    const QString &slot() const { return m_slot; }
    /// The place of that role in the frame type, or -1.
    int slotIndex() const { return m_slot.isEmpty() ? -1 : int(roles().indexOf(m_slot)); }
    bool isMending() const { return m_mending; }

signals:
    void changed();
    /// The slot in hand is another one; its title.
    void walked(const QString &title);

private:
    const Annotation::FrameType *frameType() const;
    const Annotation::Attribution *attribution() const;
    QStringList roles() const;
    bool lacks(const QString &role) const;
    bool isComplete() const;
    void propose(const QString &role);
    void fill(const QString &role, const QList<TextRange> &words);
    void nextLacking();
    void show(const QString &role);
    void dropWhatIsGone();

    Workbench &m_workbench;
    Tasks::Proposals m_proposals;
    QTimer m_ahead; ///< reads the article's begin ahead of the first question
    std::optional<AttributionId> m_frame; ///< built or mended
    bool m_mending = false;
    QString m_slot;
    Tasks::Proposal m_proposal;
    QList<Annotation::RoleFiller> m_loose; ///< labelled for an attribution whose content is still to come
};

} // namespace Quoth::Windows
