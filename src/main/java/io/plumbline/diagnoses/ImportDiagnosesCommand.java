package io.plumbline.diagnoses;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Command;
import io.plumbline.shared.Refused;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code import-diagnoses FILE}: imports the official order file of ICD-10-CM. */
@Component
class ImportDiagnosesCommand implements Command {
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final DiagnosisImport diagnoses;
    private final SystemActor system;

    ImportDiagnosesCommand(DiagnosisImport diagnoses, SystemActor system) {
        this.diagnoses = diagnoses;
        this.system = system;
    }

    @Override
    public String name() {
        return "import-diagnoses";
    }

    @Override
    public int run(List<String> arguments, PrintStream answer) {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("-")) {
            System.err.println("usage: ./portal import-diagnoses FILE");
            return MISUSED;
        }
        try {
            var file = Path.of(arguments.getFirst());
            var result = system.call(() -> diagnoses.read(file));
            answer.println(
                    result.isNothing()
                            ? "Nothing has changed: " + result.words() + "."
                            : "Imported: " + result.words() + ". A running portal offers them after a restart.");
            return 0;
        } catch (InvalidPathException noPath) {
            System.err.println("There is no file " + arguments.getFirst() + ".");
            return REFUSED;
        } catch (Refused refused) {
            System.err.println(refused.getMessage());
            return REFUSED;
        }
    }
}
