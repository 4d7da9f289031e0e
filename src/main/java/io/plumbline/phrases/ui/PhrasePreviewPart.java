package io.plumbline.phrases.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.phrases.PhrasePreview;
import io.plumbline.shared.ui.Ui;
import java.util.stream.Collectors;

/** What a phrase inserts, with its stops marked, and what about it is not as it should be. */
class PhrasePreviewPart extends Composite<Div> {
    private final Div text = Ui.div("phrase-text");
    private final Div about = Ui.div("stack-1");

    PhrasePreviewPart() {
        // the first letter decides in which direction it is read
        text.getElement().setAttribute("dir", "auto");
        about.getElement().setAttribute("role", "status");
        getContent().addClassName("stack-2");
        getContent().add(text, about);
    }

    void show(PhrasePreview preview) {
        text.removeAll();
        about.removeAll();
        preview.parts().forEach(part -> text.add(Ui.text(part.isStop() ? "phrase-stop" : "", part.text())));
        text.setVisible(!preview.parts().isEmpty());
        about.add(Ui.text("muted", stops(preview.stops())));
        if (!preview.unknown().isEmpty()) {
            about.add(Ui.text(
                    "muted",
                    "No phrase, so it stays as it is written: "
                            + preview.unknown().stream().map(code -> "." + code).collect(Collectors.joining(", "))));
        }
        if (preview.refusal() != null) {
            about.add(Ui.text("strong", preview.refusal() + "."));
        }
    }

    private static String stops(long count) {
        if (count == 0) {
            return "No stops: the text is inserted as it is.";
        }
        return count == 1
                ? "1 stop is selected after the phrase is inserted."
                : count + " stops: Tab goes from one to the next.";
    }
}
