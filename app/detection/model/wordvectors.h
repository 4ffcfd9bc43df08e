// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <app/base/result.h>

#include <QByteArray>
#include <QStringList>

#include <string_view>
#include <vector>

class QIODevice;

namespace Quoth::Detection {

/// Vectors of words, in which words that stand among like words are alike, counted by others over far more text than is
/// ever labelled (GloVe, Pennington et al. 2014). Kept in four bits a number. Immutable.
class WordVectors
{
public:
    static constexpr int mostWords = 200'000;
    static constexpr int mostNumbers = 300;

    WordVectors() = default;
    /// values: `size` numbers a word. Of a word that is there twice the first counts.
    WordVectors(const QStringList &words, int size, const std::vector<float> &values);

    /// Reads the first words of a text with a word and its numbers on each line, as GloVe and word2vec (whose first line tells
    /// the counts) write it. Fails with ErrorCode::BadInput, naming the line. place: where it comes from.
    static Result<WordVectors> fromText(QIODevice &text, int words, const QString &place);

    bool isEmpty() const { return m_begins.empty(); }
    int count() const { return int(m_begins.size()); }
    int size() const { return m_size; } ///< numbers of a vector, 0 if there are none
    /// From 1; 0 if there is none. That of a word with hyphens that is not there is its last part's. form: normalizeForm().
    qint32 row(std::u16string_view form) const;
    /// The numbers of a row; zeros for row 0.
    void copy(qint32 row, float *to) const;

    QByteArray toBytes() const;
    /// Fails with ErrorCode::BadInput on anything that toBytes() did not make.
    static Result<WordVectors> fromBytes(const QByteArray &bytes);

private:
    std::u16string_view word(size_t i) const;
    qint32 find(std::u16string_view form) const;
    void index();

    QString m_words; ///< in order, each with a line end after it
    std::vector<qint32> m_begins; ///< of the words
    int m_size = 0;
    QByteArray m_scales; ///< of each vector: a byte
    QByteArray m_numbers; ///< two a byte
};

} // namespace Quoth::Detection
