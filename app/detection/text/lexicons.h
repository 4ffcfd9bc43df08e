// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lexicon.h"

#include <QStringList>

#include <map>
#include <mutex>

namespace Quoth::Detection {

/// The lexicons of a folder, one a language, each read when it is first needed; several threads may ask at once.
class Lexicons
{
public:
    explicit Lexicons(QString folder = QStringLiteral(":/quoth/lexicons"));

    /// The languages that have a lexicon ("de", "en"): those with a words file in the folder.
    const QStringList &languages() const { return m_languages; }
    /// That of a language, given as a BCP 47 tag ("de-AT"), or, where that is empty, of the language that the text's
    /// function words tell. nullptr for any other language. Fails if a file cannot be used.
    Result<std::shared_ptr<const Lexicon>> of(const QString &language, QStringView text) const;

private:
    Result<std::shared_ptr<const Lexicon>> load(const QString &language) const;

    QString m_folder;
    QStringList m_languages;
    mutable std::mutex m_mutex;
    mutable std::map<QString, Result<std::shared_ptr<const Lexicon>>> m_loaded;
};

} // namespace Quoth::Detection
