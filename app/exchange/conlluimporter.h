// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importer.h"

namespace Quoth::Exchange {

/// Reads CoNLL-U: the text is made of the words as they are written (of multiword tokens, not their parts) and the blanks that MISC tells, a
/// blank where it tells none. Annotations come from the Spans and Roles of conlluformat.h, and from NER=B-LABEL as others write it. A newdoc begins an
/// article.
class ConlluImporter : public Importer
{
public:
    FormatInfo info() const override;
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;
};

/// What read() does, with the file's text.
Result<void> readConllu(const QString &file, const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                        const Progress &progress = Progress());

} // namespace Quoth::Exchange
