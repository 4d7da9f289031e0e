package io.plumbline.documents;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;

/** A disk of a size that no test could fill. */
final class SmallDisk extends FileStore {
    private static final long MEGABYTE = 1024L * 1024;

    private final long all;
    private final long free;

    /** @param free in megabytes, as the size of the whole disk */
    SmallDisk(long all, long free) {
        this.all = all;
        this.free = free;
    }

    @Override
    public String name() {
        return "small";
    }

    @Override
    public String type() {
        return "test";
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public long getTotalSpace() {
        return all * MEGABYTE;
    }

    @Override
    public long getUsableSpace() {
        return free * MEGABYTE;
    }

    @Override
    public long getUnallocatedSpace() {
        return free * MEGABYTE;
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return false;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return false;
    }

    @Override
    @SuppressWarnings("NullAway") // the contract: null if not supported
    public <V extends FileStoreAttributeView> V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) throws IOException {
        throw new UnsupportedOperationException(attribute);
    }
}
