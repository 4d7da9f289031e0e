package io.plumbline.answers;

import io.plumbline.shared.Refused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file with a page of answers, and writes a page as JSON. */
public final class AnswerFile {
    /** The maximum page size in bytes; the largest known page has a thirtieth of it. */
    public static final int MOST_BYTES = 1_000_000;

    /** The maximum number of answers and unrecognized parts; a page with more is not a page of answers. */
    static final int MOST_PARTS = 500;

    /** The maximum number of pasted characters; a longer page must be uploaded as a file. */
    public static final int LONGEST_PASTE = 60_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private AnswerFile() {}

    /**
     * Reads a file.
     *
     * @throws Refused if it cannot be read as a page of answers, with a one-sentence message
     */
    static AnswerPage read(String file) {
        try {
            var path = Path.of(file);
            if (!Files.exists(path)) {
                throw new Refused("There is no file " + file + ".");
            }
            if (!Files.isRegularFile(path)) {
                throw new Refused(file + " is no file.");
            }
            try (var in = Files.newInputStream(path)) {
                return read(file, in.readNBytes(MOST_BYTES + 1));
            }
        } catch (InvalidPathException | IOException unreadable) {
            throw new Refused(file + " cannot be read.", unreadable);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param name the name of the file in the message
     * @throws Refused if it cannot be read as a page of answers, with a one-sentence message
     */
    public static AnswerPage read(String name, byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Refused(name + " is too large for a page of answers.");
        }
        var text = text(name, bytes);
        if (text.isBlank()) {
            throw new Refused(name + " is empty.");
        }
        var page = AnswerPageParser.parse(text);
        var parts = page.answers().size() + page.notUnderstood().size();
        if (parts > MOST_PARTS) {
            throw new Refused(name + " has " + parts + " parts, and at most " + MOST_PARTS
                    + " are read at once: keep the question and its answers, or split the page.");
        }
        return page;
    }

    /**
     * Reads pasted text.
     *
     * @throws Refused if it is too long or has too many parts, with a one-sentence message
     */
    public static AnswerPage readText(String text) {
        return read("The pasted text", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a page as one JSON object. */
    static String json(AnswerPage page) {
        return JSON.writeValueAsString(page);
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException otherCoding) {
            throw new Refused(name + " is not written in UTF-8: save it as UTF-8 first.", otherCoding);
        }
    }
}
