package io.plumbline.documents;

import java.util.Arrays;
import java.util.Optional;

/** The format of a file that the portal takes. */
public enum FileFormat {
    PDF("application/pdf", "pdf"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png"),
    DICOM("application/dicom", "dcm");

    private final String mediaType;
    private final String ending;

    FileFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** Returns the media type, as a browser is told it. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns the ending of file names, without the dot. */
    public String ending() {
        return ending;
    }

    static Optional<FileFormat> of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst();
    }
}
