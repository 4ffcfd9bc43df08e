// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "markdown.h"

#include <optional>

namespace Quoth::Rendering {

struct ManualChapter
{
    QString name; ///< "labelling", the file's name without .md
    QString title;
    QString source; ///< Markdown
    QList<MarkdownSection> sections;
    QStringList links; ///< as they stand: "labelling.md#move-edges", "#move-edges" or an address
    QStringList pictures; ///< as they stand: "pictures/keys.png"
};

/// A section that has the words looked for.
struct ManualHit
{
    QString chapter; ///< name
    QString anchor; ///< empty for what stands before the first heading
    QString title;
    QString excerpt; ///< what stands around the first word
};

/// Where a link of the manual leads to.
struct ManualPlace
{
    QString chapter; ///< name
    QString anchor; ///< empty for the begin

    bool operator==(const ManualPlace &) const = default;
};

/// The manual as the program carries it: chapters in Markdown in one folder, in the order in which the first, "index", names them.
class Manual
{
public:
    explicit Manual(const QString &folder = QStringLiteral(":/quoth/manual"));

    const QList<ManualChapter> &chapters() const { return m_chapters; }
    /// By its name; nullptr if there is none.
    const ManualChapter *chapter(const QString &name) const;
    /// Of a picture as a chapter names it; empty if the file is not there.
    QString picturePath(const QString &picture) const;
    /// nullopt if it leads out of the manual. The place need not exist.
    static std::optional<ManualPlace> placeOf(const QString &link, const QString &fromChapter);
    bool has(const ManualPlace &place) const;
    /// The sections that have all of these words, in their heading or below; those with all in their heading first.
    QList<ManualHit> search(const QString &words) const;

private:
    QString m_folder;
    QList<ManualChapter> m_chapters;
};

} // namespace Quoth::Rendering
