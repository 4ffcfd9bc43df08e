// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <functional>
#include <memory>

namespace Quoth {

/// Handed to long work: it reports the share done (0 to 1) and asks whether to stop. Copies share one cancellation flag;
/// cancel() may be called from any thread, report() runs in the thread of the work.
class Progress
{
public:
    using Report = std::function<void(double)>;

    Progress() : m_cancelled(std::make_shared<std::atomic_bool>(false)) { }
    explicit Progress(Report report) : Progress() { m_report = std::move(report); }

    void report(double share) const
    {
        if (m_report)
            m_report(share);
    }
    void cancel() const { m_cancelled->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

private:
    Report m_report;
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace Quoth
