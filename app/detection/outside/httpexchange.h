// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "deadline.h"

#include <app/base/result.h>

#include <QByteArray>
#include <QUrl>

namespace Quoth::Detection {

/// One HTTP request whose answer is JSON; blocks the calling thread, which needs no event loop of its own, and may run in
/// several threads at once. The body is posted, or nothing is and it is a GET where the body is null. Fails, with the address and what to do, on a server
/// that is not there, does not answer in time or answers too much, on a redirect (it could lead texts elsewhere: none is
/// followed), on a status other than 2xx and on another content type. No proxy is used.
Result<QByteArray> httpExchange(const QUrl &url, const QByteArray &body, const Allowance &allowance);
/// The path put behind that of the base: "http://host/a" and "predict" give "http://host/a/predict".
QUrl urlBelow(const QUrl &base, const QString &path);

} // namespace Quoth::Detection
