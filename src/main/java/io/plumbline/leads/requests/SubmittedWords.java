package io.plumbline.leads.requests;

import io.plumbline.leads.LeadActivityStore;
import io.plumbline.leads.requests.SubmissionStore.Submission;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Formats what a person wrote in the public form for those who call, without the safety answers. */
@Component
class SubmittedWords implements LeadActivityStore.RepeatedRequests {
    private final SubmissionStore submissionStore;
    private final RequestReader reader;

    SubmittedWords(SubmissionStore submissionStore, RequestReader reader) {
        this.submissionStore = submissionStore;
        this.reader = reader;
    }

    @Override
    public Map<String, String> findByReferences(Collection<String> references) {
        return submissionStore.byReferences(references).stream()
                .collect(Collectors.toMap(Submission::reference, this::words));
    }

    private String words(Submission kept) {
        var read = reader.read(kept);
        var draft = read.draft();
        return Stream.of(
                        kept.reference(),
                        draft == null ? "" : draft.concern(),
                        said("Since", read.background().since()),
                        said("Practitioner", read.background().practitioner()),
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
