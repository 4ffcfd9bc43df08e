// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "manual.h"

#include <app/base/result.h>

class QIODevice;

namespace Quoth::Rendering {

/// One page that needs no other file: pictures in it, a table of contents, light or dark as the reader's system is.
/// chapters: by name, all if empty; links to others lose their target.
QString manualPage(const Manual &manual, const QStringList &chapters = {});
/// A page for each chapter, with the list of all beside it, and the pictures in a folder of their own. Files of other names stay.
Result<void> writeManualFolder(const Manual &manual, const QStringList &chapters, const QString &folder);
/// A4, with the chapters and their pages listed first and a number on each page. Needs fonts, so a QGuiApplication.
Result<void> writeManualPdf(const Manual &manual, const QStringList &chapters, QIODevice &device);
/// By the suffix, html or pdf, to one file; without either, into a folder. On an error nothing is left of a file.
Result<void> writeManual(const Manual &manual, const QStringList &chapters, const QString &output);

} // namespace Quoth::Rendering
