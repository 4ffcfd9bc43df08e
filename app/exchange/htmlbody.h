// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "htmlpage.h"

#include <QStringList>

namespace Quoth::Exchange {

/// The paragraphs of the article on a page, without its furniture: navigation, share bars, related links, cookie notes,
/// comments, captions and the like, told by elements, roles and words in class names. Of what is left it takes the innermost
/// element that holds three quarters of the running text, which is what has length and few links (text density, after
/// Kohlschütter, Fankhauser and Nejdl, WSDM 2010).
QStringList paragraphsOf(const HtmlPage &page);

} // namespace Quoth::Exchange
