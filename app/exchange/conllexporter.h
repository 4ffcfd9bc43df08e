// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exporter.h"

namespace Quoth::Exchange {

/// The plain CoNLL formats: a word a line, an empty line behind a sentence, -DOCSTART- before an article.
enum class ConllForm : quint8 {
    Conll2003, ///< word, two columns that are empty here, label as B-, I-, O
    Conll2002, ///< word, label
    Iobes, ///< word, label as B-, I-, E-, S-, O
    Columns ///< word, and as many columns of labels as keep spans from meeting; the line -DOCSTART- names them
};

FormatInfo conllInfo(ConllForm form);

/// Writes one of them. Where only one column is for labels, the span with the most words, or as ExportOptions::overlaps wants it the
/// fewest, is written and what overlaps it is left out.
class ConllExporter : public Exporter
{
public:
    explicit ConllExporter(ConllForm form) : m_form(form) { }

    FormatInfo info() const override { return conllInfo(m_form); }
    Result<std::unique_ptr<ExportSession>> open(const QString &outputPath, const ExportOptions &options) const override;

private:
    ConllForm m_form;
};

} // namespace Quoth::Exchange
