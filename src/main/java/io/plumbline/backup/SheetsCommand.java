package io.plumbline.backup;

import io.plumbline.shared.Count;
import io.plumbline.shared.OwnerOnlyFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;

/** {@code ./portal backup sheets}: decrypts the downtime sheets for printing. */
final class SheetsCommand {

    private final Path opened;
    private final List<BackupKey> keys;
    private final PrintStream answer;
    private final PrintStream err;

    /**
     * Creates the command.
     *
     * @param opened the folder to which the decrypted sheets go
     * @param keys of which one decrypts them
     */
    SheetsCommand(Path opened, List<BackupKey> keys, PrintStream answer, PrintStream err) {
        this.opened = opened;
        this.keys = keys;
        this.answer = answer;
        this.err = err;
    }

    /**
     * Decrypts the sheets in a folder, and prints a line for each. One that cannot be opened does not keep the others from it.
     *
     * @return whether all could be opened
     * @throws BackupProblem if there is none, or nothing can be written
     */
    boolean open(Path folder) throws BackupProblem {
        var sheets = sheetsIn(folder);
        var decrypted = new LinkedHashMap<Path, byte[]>();
        for (var sheet : sheets) {
            try {
                decrypted.put(sheet, EncryptedFile.read(sheet, keys));
            } catch (BackupProblem problem) {
                err.println(problem.sentence());
            }
        }
        if (!decrypted.isEmpty()) {
            prepare();
            for (var sheet : decrypted.entrySet()) {
                answer.println(open(sheet.getKey(), sheet.getValue()));
            }
            answer.println("The sheets are not encrypted in %s: delete that folder when you no longer need them."
                    .formatted(opened));
        }
        return decrypted.size() == sheets.size();
    }

    private static List<Path> sheetsIn(Path folder) throws BackupProblem {
        if (!Files.isDirectory(folder)) {
            throw new BackupProblem("There is no folder %s: mount its disk, or name another one.".formatted(folder));
        }
        try {
            var sheets = SheetFolder.in(folder);
            if (sheets.isEmpty()) {
                throw new BackupProblem("There are no downtime sheets in %s.".formatted(folder));
            }
            return sheets;
        } catch (BackupProblem none) {
            throw none;
        } catch (IOException unreadable) {
            throw new BackupProblem("The folder %s cannot be read.".formatted(folder), unreadable);
        }
    }

    /** Sheets that were opened before are deleted, so that nobody prints one of another day. */
    private void prepare() throws BackupProblem {
        try {
            OwnerOnlyFolder.create(opened);
            OwnerOnlyFolder.restrict(opened);
            try (var old = Files.newDirectoryStream(opened, SheetFolder.PREFIX + "*.pdf")) {
                for (var one : old) {
                    Files.delete(one);
                }
            }
        } catch (IOException unwritable) {
            throw new BackupProblem(
                    "Plumbline cannot write to %s: choose another folder with PLUMBLINE_DATA_DIR.".formatted(opened),
                    unwritable);
        }
    }

    private String open(Path sheet, byte[] pdf) throws BackupProblem {
        var name = sheet.getFileName().toString();
        var to = opened.resolve(name.substring(0, name.length() - SheetFolder.ENCRYPTED.length()));
        try (var document = Loader.loadPDF(pdf)) {
            var about = document.getDocumentInformation();
            write(to, pdf);
            return "%s: %s, %s, %s"
                    .formatted(
                            Objects.requireNonNullElse(about.getAuthor(), name),
                            Objects.requireNonNullElse(about.getTitle(), "no title"),
                            Count.of(document.getNumberOfPages(), "page", "pages"),
                            to);
        } catch (IOException failed) {
            throw new BackupProblem("%s cannot be opened: %s".formatted(sheet, failed.getMessage()), failed);
        }
    }

    private static void write(Path to, byte[] pdf) throws IOException {
        try (var file = OwnerOnlyFolder.newFile(to)) {
            var left = ByteBuffer.wrap(pdf);
            while (left.hasRemaining()) {
                file.write(left);
            }
        }
    }
}
