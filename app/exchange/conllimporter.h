// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "conllexporter.h"
#include "importer.h"

namespace Quoth::Exchange {

/// Reads the plain CoNLL formats, columns parted by blanks or tabs. The last column holds the labels, or all that a line -DOCSTART- names;
/// IOB1, IOB2, IOBES and BILOU are read alike. The text is made of the words, with a blank between them except before and behind
/// punctuation, a sentence a line.
class ConllImporter : public Importer
{
public:
    explicit ConllImporter(ConllForm form) : m_form(form) { }

    FormatInfo info() const override { return conllInfo(m_form); }
    /// Only of CoNLL-2003, which stands for all: they are read alike.
    int likelihood(const QString &path, const QByteArray &head) const override;
    Result<void> read(const QString &path, const ImportOptions &options, const Sink &sink, ImportReport &report,
                      const Progress &progress) const override;

private:
    ConllForm m_form;
};

/// What read() does, with the file's text.
Result<void> readConll(const QString &file, const QString &path, const ImportOptions &options, const Importer::Sink &sink, ImportReport &report,
                       const Progress &progress = Progress());

} // namespace Quoth::Exchange
