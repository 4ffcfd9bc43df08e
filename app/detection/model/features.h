// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wordvectors.h"

#include <app/detection/text/lexicon.h>

#include <QStringList>

#include <array>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>

namespace Quoth::Detection {

/// What the network is told of a token, each a number that picks a row of a table. The first four depend on the form
/// alone.
enum class Field : quint8 { Form, Prefix, LongSuffix, ShortSuffix, Shape, Quotation, Marks, Place, Class, count };
inline constexpr int fieldCount = int(Field::count);
inline constexpr int formFields = 4;

/// How many rows the tables of the fields after the first four have.
inline constexpr std::array<int, fieldCount> fixedRows{0, 0, 0, 0, 12, 12, 36, 16, tagCount + 1};

/// Figures of a form: how much likelier it is to stand in a cue, to begin one, and so on, than a word as such.
inline constexpr int figureCount = 8;
using Figures = std::array<float, figureCount>;

struct TokenFeatures
{
    std::array<qint32, fieldCount> rows{};
    qint32 vector = 0; ///< of the form: a row of WordVectors
};

/// The forms, beginnings and endings that the tables have rows for, and the vectors of words; row 0 is for what is not
/// among them. Forms are in lower case. Immutable.
class Vocabulary
{
public:
    Vocabulary() = default;
    /// The entries of the first four fields in the order of their rows, from row 1 on, and the figures of the forms.
    /// vectors: may be null.
    Vocabulary(std::array<QStringList, formFields> entries, std::vector<Figures> figures, std::shared_ptr<const WordVectors> vectors);

    const QStringList &entries(Field field) const { return m_entries[size_t(field)]; }
    int rows(Field field) const;
    const Figures &figures(int formRow) const { return m_figures[size_t(formRow)]; }
    const std::vector<Figures> &allFigures() const { return m_figures; }

    const WordVectors &vectors() const;
    const std::shared_ptr<const WordVectors> &sharedVectors() const { return m_vectors; }

    /// The rows of the first four fields and of the vector.
    void look(QStringView word, TokenFeatures &features) const;

private:
    using Rows = std::unordered_map<std::u16string_view, qint32>;

    qint32 row(Field field, std::u16string_view entry) const;
    void lookUnknown(std::u16string_view form, TokenFeatures &features) const;

    std::array<QStringList, formFields> m_entries;
    std::array<Rows, formFields> m_rows;
    std::vector<TokenFeatures> m_ofForm; ///< the rows of a known form, its beginning, endings and vector
    std::vector<Figures> m_figures;
    std::shared_ptr<const WordVectors> m_vectors;
};

/// In lower case, with one kind of apostrophe; digits stay.
void normalizeForm(QStringView word, std::u16string &form);

/// The other fields of a paragraph's tokens, which are tagged. isFirst: the article's first paragraph.
void describe(QStringView text, std::span<const Token> paragraph, bool isFirst, std::span<TokenFeatures> features);

} // namespace Quoth::Detection
