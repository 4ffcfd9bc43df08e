// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conlltags.h"

#include "teinames.h"

namespace Quoth::Exchange {

bool ConllTags::isTag(QStringView tag)
{
    return tag == u"O" || (tag.size() > 2 && tag[1] == u'-' && QStringView(u"BIESLUM").contains(tag[0]));
}

void ConllTags::word(QStringView tag, qsizetype index)
{
    if (isOutside(tag)) {
        m_open = false;
        return;
    }
    const bool prefixed = isTag(tag);
    const QChar prefix = prefixed ? tag[0] : QChar(u'I');
    const QString label = fromTeiWord((prefixed ? tag.sliced(2) : tag).toString());
    const bool begins = prefix == u'B' || prefix == u'S' || prefix == u'U';
    if (m_open && !begins && m_runs.constLast().label == label)
        m_runs.last().end = index + 1;
    else
        m_runs.append({label, index, index + 1});
    m_open = prefix != u'E' && prefix != u'L' && prefix != u'S' && prefix != u'U';
}

} // namespace Quoth::Exchange
