package io.plumbline.leads;

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

    /** What came under a reference, which stands first. */
    String of(String reference) {
        var kept = submissions.byReference(reference);
        if (kept.isEmpty()) {
            return reference;
        }
        var read = reader.read(json.readTree(kept.get().body()), kept.get().receivedAt());
        var draft = read.draft();
        return Stream.of(
                        reference,
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
