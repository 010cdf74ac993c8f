using System.IO.Compression;
using Bungo.Forum.Ledger.Tiles;

namespace Bungo.Forum.Verifier.Packages;

/// <summary>
/// A zip, read in place: nothing is unpacked to disk, so no name in it leads anywhere. A name that stands twice, or
/// that an unpacking program would write elsewhere, is refused all the same, because two people would then see two
/// packages. What unpacks to more than a hundred times its size is not a ledger but a bomb.
/// </summary>
internal sealed class ZipPackage : Package
{
    private const int MostExpansion = 100;
    private const long Spared = 1 << 20; // small files of zeroes are harmless

    private readonly Lock _one = new();
    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _files = new(StringComparer.Ordinal);

    public ZipPackage(string path)
    {
        Name = path;
        try
        {
            _zip = ZipFile.OpenRead(path);
            foreach (var file in _zip.Entries)
            {
                var isPlain = !file.FullName.StartsWith('/') && !file.FullName.Contains('\\') && !file.FullName.Contains(':')
                    && !file.FullName.Split('/').Any(part => part is "." or "..");
                if (!isPlain || !_files.TryAdd(file.FullName, file)) throw new PackageUnreadableException(Unreadable.ZipUnsafe, file.FullName);
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or UnauthorizedAccessException or (IOException and not PackageUnreadableException))
        {
            throw new PackageUnreadableException(Unreadable.ReadFailed, path, cause);
        }
    }

    public override string Name { get; }

    public override bool IsCopy => true;

    // One file of a zip is read at a time; the rest of the work on it goes on beside.
    public override byte[]? Read(TilePath path)
    {
        lock (_one) return base.Read(path);
    }

    public override Stream? OpenRead(string path)
    {
        if (!_files.TryGetValue(path, out var file)) return null;
        try
        {
            return new Bounded(file.Open(), Math.Max(file.CompressedLength * MostExpansion, Spared), path);
        }
        catch (InvalidDataException cause)
        {
            throw new PackageUnreadableException(Unreadable.ReadFailed, path, cause);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _zip.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Counts what really comes out; the length that the zip states is its maker's word.</summary>
    private sealed class Bounded(Stream inner, long most, string path) : Stream
    {
        private long _left = most;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int read;
            try
            {
                read = inner.Read(buffer, offset, count);
            }
            catch (InvalidDataException cause)
            {
                throw new PackageUnreadableException(Unreadable.ReadFailed, path, cause);
            }

            _left -= read;
            return _left >= 0 ? read : throw new PackageUnreadableException(Unreadable.ZipUnsafe, path);
        }

        public override void Flush() => throw new NotSupportedException();
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
