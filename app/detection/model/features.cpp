// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "features.h"

#include <app/detection/text/tokenizer.h>

#include <algorithm>

namespace Quoth::Detection {

namespace {

// Cuts never split a surrogate pair: what stands there then is only a piece of an entry that no other text has.
std::u16string_view beginning(std::u16string_view form, size_t n) { return form.substr(0, std::min(n, form.size())); }
std::u16string_view ending(std::u16string_view form, size_t n) { return form.substr(form.size() - std::min(n, form.size())); }

std::u16string_view view(const QString &s)
{
    return {reinterpret_cast<const char16_t *>(s.utf16()), size_t(s.size())};
}

int shapeOf(QStringView text, const Token &token)
{
    if (token.mark)
        return token.end - token.begin > 1 ? 1 : 0;
    bool upper = false;
    bool lower = false;
    bool digit = false;
    bool other = false;
    for (qint32 i = token.begin; i < token.end; ++i) {
        const QChar c = text[i];
        if (c.unicode() < 128) {
            upper = upper || (c >= u'A' && c <= u'Z');
            lower = lower || (c >= u'a' && c <= u'z');
            digit = digit || (c >= u'0' && c <= u'9');
            other = other || c == u'-' || c == u'.' || c == u'\'';
        } else {
            upper = upper || c.isUpper();
            lower = lower || c.isLower();
            digit = digit || c.isDigit();
            other = other || !c.isLetterOrNumber();
        }
    }
    if (digit)
        return upper || lower ? 2 : other ? 3 : token.end - token.begin == 4 ? 4 : 5;
    if (upper && lower)
        return token.capital ? (other ? 6 : 7) : 8;
    if (upper)
        return token.end - token.begin == 1 ? 9 : 10;
    return lower ? 11 : 8;
}

int bucket(int distance) { return distance <= 1 ? 0 : distance <= 3 ? 1 : distance <= 8 ? 2 : distance <= 20 ? 3 : 4; }

} // namespace

void normalizeForm(QStringView word, std::u16string &form)
{
    form.clear();
    for (qsizetype i = 0; i < word.size(); ++i) {
        const char16_t c = word[i].unicode();
        if (c < 128)
            form.push_back(c >= u'A' && c <= u'Z' ? char16_t(c + 32) : c);
        else if (c == u'\u2019' || c == u'\u2018')
            form.push_back(u'\'');
        else if (c == u'\u201C' || c == u'\u201D')
            form.push_back(u'"');
        else
            form.push_back(word[i].toLower().unicode());
    }
}

Vocabulary::Vocabulary(std::array<QStringList, formFields> entries, std::vector<Figures> figures,
                       std::shared_ptr<const WordVectors> vectors)
    : m_entries(std::move(entries))
    , m_figures(std::move(figures))
    , m_vectors(std::move(vectors))
{
    for (size_t field = 0; field < formFields; ++field) {
        m_rows[field].reserve(size_t(m_entries[field].size()));
        for (qsizetype i = 0; i < m_entries[field].size(); ++i)
            m_rows[field].emplace(view(m_entries[field][i]), qint32(i + 1));
    }
    m_figures.resize(size_t(m_entries[0].size()) + 1);
    m_ofForm.resize(m_figures.size());
    for (qsizetype i = 0; i < m_entries[0].size(); ++i) {
        const std::u16string_view form = view(m_entries[0][i]);
        TokenFeatures &features = m_ofForm[size_t(i) + 1];
        features.rows[0] = qint32(i + 1);
        lookUnknown(form, features);
    }
}

int Vocabulary::rows(Field field) const
{
    return field < Field::Shape ? int(m_entries[size_t(field)].size()) + 1 : fixedRows[size_t(field)];
}

const WordVectors &Vocabulary::vectors() const
{
    static const WordVectors none;
    return m_vectors ? *m_vectors : none;
}

void Vocabulary::lookUnknown(std::u16string_view form, TokenFeatures &features) const
{
    features.rows[1] = row(Field::Prefix, beginning(form, 3));
    features.rows[2] = row(Field::LongSuffix, ending(form, 3));
    features.rows[3] = row(Field::ShortSuffix, ending(form, 2));
    features.vector = vectors().row(form);
}

qint32 Vocabulary::row(Field field, std::u16string_view entry) const
{
    const Rows &rows = m_rows[size_t(field)];
    const auto found = rows.find(entry);
    return found == rows.end() ? 0 : found->second;
}

void Vocabulary::look(QStringView word, TokenFeatures &features) const
{
    static thread_local std::u16string form;
    normalizeForm(word, form);
    if (const qint32 known = row(Field::Form, form)) {
        const TokenFeatures &found = m_ofForm[size_t(known)];
        std::copy_n(found.rows.begin(), formFields, features.rows.begin());
        features.vector = found.vector;
        return;
    }
    features.rows[0] = 0;
    lookUnknown(form, features);
}

void describe(QStringView text, std::span<const Token> paragraph, bool isFirst, std::span<TokenFeatures> features)
{
    const int n = int(paragraph.size());
    // Where quotations in double marks begin and end.
    static thread_local std::vector<std::pair<int, int>> quotations;
    quotations.clear();
    int open = -1;
    for (int i = 0; i < n; ++i) {
        const char16_t mark = paragraph[size_t(i)].mark;
        if (!mark || !isDoubleMark(mark))
            continue;
        const bool mayOpen = mark != u'\u201D';
        const bool mayClose = mark != u'\u201C';
        if (open >= 0 && mayClose) {
            quotations.emplace_back(open, i);
            open = -1;
        } else if (mayOpen) {
            if (open >= 0)
                quotations.emplace_back(open, i - 1);
            open = i;
        } else {
            quotations.emplace_back(-1, i);
        }
    }
    if (open >= 0)
        quotations.emplace_back(open, n);

    size_t next = 0;
    for (int i = 0; i < n; ++i) {
        std::array<qint32, fieldCount> &rows = features[size_t(i)].rows;
        while (next < quotations.size() && quotations[next].second < i)
            ++next;
        const bool inside = next < quotations.size() && std::max(quotations[next].first, 0) <= i;
        int quotation = 0;
        if (inside) {
            const auto [begin, end] = quotations[next];
            const int length = end - begin;
            quotation = 3 * (length <= 4 ? 1 : length <= 10 ? 2 : 3) + (i == begin ? 1 : i == end ? 2 : 0);
        } else if (!quotations.empty()) {
            quotation = 1;
        }
        rows[size_t(Field::Quotation)] = quotation;
        int marks = 0;
        if (!inside) {
            const int before = next > 0 ? 1 + bucket(i - quotations[next - 1].second) : 0;
            const int after = next < quotations.size() ? 1 + bucket(quotations[next].first - i) : 0;
            marks = before * 6 + after;
        } else {
            const auto [begin, end] = quotations[next];
            marks = (1 + bucket(i - begin)) * 6 + 1 + bucket(end - i);
        }
        rows[size_t(Field::Marks)] = marks;
        const int place = i == 0 ? 0 : i == 1 ? 1 : i == 2 ? 2 : i <= 5 ? 3 : i <= 10 ? 4 : i <= 25 ? 5 : i <= 60 ? 6 : 7;
        rows[size_t(Field::Place)] = (isFirst ? 8 : 0) + place;
        const Token &token = paragraph[size_t(i)];
        rows[size_t(Field::Shape)] = shapeOf(text, token);
        rows[size_t(Field::Class)] = 1 + int(token.tag);
    }
}

} // namespace Quoth::Detection
