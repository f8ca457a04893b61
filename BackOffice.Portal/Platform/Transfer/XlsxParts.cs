using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using BackOffice.Domain.Platform;

namespace BackOffice.Portal.Platform.Transfer;

/// <summary>The parts inside a spreadsheet file, read within limits that no bomb gets past.</summary>
/// <remarks>The sizes that a zip file states about itself may lie, so the bytes are counted while they come out.</remarks>
internal sealed class XlsxParts : IDisposable
{
    /// <summary>Bytes that one part may unpack to.</summary>
    public const long LargestPart = 50L * 1024 * 1024;

    /// <summary>Bytes that all parts read may unpack to.</summary>
    public const long LargestWhole = 200L * 1024 * 1024;

    /// <summary>Parts that a file may have.</summary>
    public const int MostParts = 2_000;

    private readonly ZipArchive _zip;
    private long _left = LargestWhole;

    /// <summary>Opens a file.</summary>
    /// <exception cref="RuleBroken">It has too many parts.</exception>
    public XlsxParts(string path)
    {
        var file = File.OpenRead(path);
        try
        {
            Rule.Require(CountParts(file) <= MostParts, "The spreadsheet consists of more than {0:N0} parts and is not opened. Save it again as .xlsx.", MostParts);
            _zip = new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Reads a part; no DTD, nothing from outside.</summary>
    /// <exception cref="RuleBroken">The part is missing, or grows over its limit (while reading).</exception>
    public XmlReader Open(string name)
    {
        var entry = _zip.GetEntry(name) ?? throw new RuleBroken(new Fault(null, "The spreadsheet lacks its part {0}. Save it again as .xlsx.", name));
        return XmlReader.Create(new Counted(this, entry.Open()), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        });
    }

    /// <summary>What a part refers to: for each relation its id, the last word of its type, and the name of the other part.</summary>
    public List<(string Id, string Type, string Part)> Relations(string part)
    {
        var folder = part.Contains('/') ? part[..(part.LastIndexOf('/') + 1)] : "";
        var name = $"{folder}_rels/{part[folder.Length..]}.rels";
        var relations = new List<(string, string, string)>();
        if (_zip.GetEntry(name) is null) return relations;
        using var xml = Open(name);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship" || xml.GetAttribute("TargetMode") == "External") continue;
            var (target, type) = (xml.GetAttribute("Target") ?? "", xml.GetAttribute("Type") ?? "");
            // Resolved as addresses are, so that "../" and absolute targets work.
            var resolved = new Uri(new Uri("zip:///" + folder), target).AbsolutePath.TrimStart('/');
            relations.Add((xml.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], Uri.UnescapeDataString(resolved)));
        }
        return relations;
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    // Counted before the archive is opened, because opening it makes an object of every entry.
    private static int CountParts(FileStream file)
    {
        var tail = new byte[Math.Min(file.Length, 65_557)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < 22) throw new InvalidDataException();
        long at = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var directory = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        // A directory of more than 4 GB exists only in files that are refused anyway; its real place follows from its size.
        if (at == uint.MaxValue) at = Math.Max(0, file.Length - tail.Length + end - 76 - directory);
        file.Position = Math.Min(at, file.Length);
        using var reader = new BinaryReader(file, System.Text.Encoding.Latin1, leaveOpen: true);
        var count = 0;
        while (count <= MostParts && file.Length - file.Position >= 46 && reader.ReadUInt32() == 0x02014b50)
        {
            file.Position += 24;
            var names = reader.ReadUInt16() + reader.ReadUInt16() + reader.ReadUInt16();
            file.Position += 12 + names;
            count++;
        }
        file.Position = 0;
        return count;
    }

    private sealed class Counted(XlsxParts parts, Stream inner) : Stream
    {
        private long _left = LargestPart;

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            _left -= read;
            parts._left -= read;
            Rule.Require(_left >= 0, "A part of the spreadsheet unpacks to more than {0} MB and is not read. Split the file.", LargestPart >> 20);
            Rule.Require(parts._left >= 0, "The spreadsheet unpacks to more than {0} MB and is not read. Split the file.", LargestWhole >> 20);
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
