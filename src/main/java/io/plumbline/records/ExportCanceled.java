package io.plumbline.records;

import java.io.IOException;

/** An export was canceled by the person who began it; what was received until then is no whole file. */
public final class ExportCanceled extends IOException {
    private static final long serialVersionUID = 1L;

    public ExportCanceled() {
        super("The export was canceled");
    }
}
