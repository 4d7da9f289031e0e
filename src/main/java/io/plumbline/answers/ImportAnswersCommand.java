package io.plumbline.answers;

import io.plumbline.access.SystemActor;
import io.plumbline.shared.Command;
import io.plumbline.shared.Refused;
import java.io.PrintStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** {@code import-answers FILE}: imports a page of answers without corrections and prints it as one JSON object. */
@Component
class ImportAnswersCommand implements Command {
    static final String NAME = "import-answers";

    private final AnswerService answers;
    private final SystemActor system;

    ImportAnswersCommand(AnswerService answers, SystemActor system) {
        this.answers = answers;
        this.system = system;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int run(List<String> arguments, PrintStream answer) {
        return ImportAnswersDryRunCommand.run(arguments, answer, System.err, this::keep);
    }

    private void keep(AnswerPage page) {
        if (page.question().isEmpty()) {
            throw new Refused("Nothing was imported: there is no question before the first answer.");
        }
        var read = page.answers().stream()
                .map(draft -> ReadAnswer.of(page.question(), draft))
                .toList();
        int added = system.call(() -> answers.importAnswers(page.question(), read));
        System.err.println(added + " added, " + (read.size() - added) + " already existed.");
    }
}
