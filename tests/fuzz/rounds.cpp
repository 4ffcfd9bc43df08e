// SPDX-FileCopyrightText: 2026 The Quoth developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs a fuzz target without libFuzzer, so that every test run fuzzes a little: first the seeds as they are, then so many inputs made of them, the
// same ones each time. It does not look which branches an input takes; for that there is the preset "fuzz".
//   rounds SEEDS_FOLDER COUNT

#include <QByteArray>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <random>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

class Maker
{
public:
    explicit Maker(const QList<QByteArray> &seeds) : m_seeds(seeds) { }

    QByteArray next()
    {
        QByteArray input = m_seeds[below(m_seeds.size())];
        for (qsizetype changes = 1 + below(6); changes > 0; --changes)
            change(input);
        return input.left(longest);
    }

private:
    static constexpr qsizetype longest = 1 << 16;

    qsizetype below(qsizetype count) { return count > 0 ? qsizetype(m_random() % quint64(count)) : 0; }

    QByteArray part(const QByteArray &of)
    {
        const qsizetype at = below(of.size());
        return of.mid(at, below(std::min<qsizetype>(of.size() - at, 64)) + 1);
    }

    void change(QByteArray &input)
    {
        static const QByteArray odd[] = {QByteArray(1, '\0'), "\xff", "\xf0\x9f\x99\x82", "\xcc\x81", "\xe2\x80\x8f", "\r\n", "\"", "{", "]", "<", "&#0;", "-1", "99999999999999999999", "1e999", "\\ud800", "%"};
        const qsizetype at = below(input.size() + 1);
        switch (below(8)) {
        case 0: input.insert(at, odd[std::size_t(below(std::size(odd)))]); break;
        case 1: input.remove(at, below(32) + 1); break;
        case 2: input.truncate(at); break;
        case 3: input.insert(at, part(input)); break;
        case 4: input.insert(at, part(m_seeds[below(m_seeds.size())])); break;
        case 5: input.replace(at, below(16), part(input)); break;
        case 6:
            if (at < input.size())
                input[at] = char(input[at] ^ (1 << below(8)));
            break;
        default:
            if (at < input.size())
                input[at] = char(m_random());
            break;
        }
    }

    const QList<QByteArray> &m_seeds;
    std::mt19937_64 m_random{20260504}; // its numbers are the same everywhere
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: %s SEEDS_FOLDER COUNT\n", argv[0]);
        return 2;
    }
    QList<QByteArray> seeds;
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            seeds.append(file.readAll());
    }
    if (seeds.isEmpty()) {
        std::fprintf(stderr, "no seeds in %s\n", argv[1]);
        return 1;
    }
    const auto run = [](const QByteArray &input) { (void)LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()), size_t(input.size())); };
    for (const QByteArray &seed : seeds)
        run(seed);
    Maker maker(seeds);
    const int count = QByteArray(argv[2]).toInt();
    for (int i = 0; i < count; ++i) {
        const QByteArray input = maker.next();
        // Kept, so that an input that ends the program can be looked at.
        if (qEnvironmentVariableIsSet("QUOTH_FUZZ_KEEP")) {
            QFile file(qEnvironmentVariable("QUOTH_FUZZ_KEEP"));
            if (file.open(QIODevice::WriteOnly))
                file.write(input);
        }
        run(input);
    }
    std::printf("%lld seeds and %d inputs made of them\n", qlonglong(seeds.size()), count);
    return 0;
}
