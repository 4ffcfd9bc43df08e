// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace Quoth {

enum class ErrorCode { NotFound, NotReadable, NotWritable, NotAProject, NewerVersion, Damaged, InUse, BadInput, OutOfRange, Cancelled, Internal };

/// What went wrong, as shown to the user: message says what and what to do, place says where (a file, "line 12", ...).
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString place;

    bool operator==(const Error &) const = default;
    /// One line: "place: message".
    QString text() const { return place.isEmpty() ? message : place + QStringLiteral(": ") + message; }
};

/// A value or the Error why there is none. Quoth throws no exceptions of its own.
template<class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) { }
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) { }

    explicit operator bool() const { return m_content.index() == 0; }
    T &value() & { return std::get<0>(m_content); }
    const T &value() const & { return std::get<0>(m_content); }
    T &&value() && { return std::get<0>(std::move(m_content)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    const Error &error() const { return std::get<1>(m_content); }

private:
    std::variant<T, Error> m_content;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) { }

    explicit operator bool() const { return !m_failed; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

} // namespace Quoth
