package io.plumbline.leads;

import io.plumbline.leads.Submissions.Submission;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a person wrote into the public form, in words for who calls them: nothing of the safety questions. */
@Component
class SubmittedWords {
    private final Submissions submissions;
    private final RequestReader reader;
    private final JsonMapper json;

    SubmittedWords(Submissions submissions, RequestReader reader, JsonMapper json) {
        this.submissions = submissions;
        this.reader = reader;
        this.json = json;
    }

    /** What came under some references, by reference, which stands first. */
    Map<String, String> of(Collection<String> references) {
        return submissions.byReferences(references).stream()
                .collect(Collectors.toMap(Submission::reference, this::words));
    }

    private String words(Submission kept) {
        var read = reader.read(json.readTree(kept.body()), kept.receivedAt());
        var draft = read.draft();
        return Stream.of(
                        kept.reference(),
                        draft == null ? "" : draft.concern(),
                        said("Since", read.told().since()),
                        said("Practitioner", read.told().practitioner()),
                        draft == null || draft.callWindow().isAnyTime()
                                ? ""
                                : said("Call", draft.callWindow().words()),
                        draft == null || draft.phone() == null
                                ? ""
                                : said("Phone", draft.phone().shown()),
                        draft == null || draft.email() == null
                                ? ""
                                : said("E-mail", draft.email().address()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String said(String what, String words) {
        return words.isEmpty() ? "" : what + ": " + words;
    }
}
