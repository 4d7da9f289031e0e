package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.shared.signing.DrawnSignature;
import io.plumbline.shared.signing.DrawnSignature.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box to sign in with a finger, a pen, or the mouse. The browser draws each stroke and sends it when it ends; who cannot
 * draw needs another way to agree, which the form around it offers.
 */
public final class SignaturePad extends Composite<Div> {
    private static final String STROKE = "event.detail";
    private static final String SVG =
            "<svg viewBox=\"0 0 %s %s\" role=\"img\" aria-label=\"%s\"><path d=\"%s\"/></svg>";

    private final Svg drawing = new Svg(svg("Signature", ""));
    private final Button clear = new Button("Clear the signature", e -> clear());
    private final List<List<Point>> strokes = new ArrayList<>();

    public SignaturePad() {
        drawing.addClassName("signature-pad");
        drawing.getElement()
                .addEventListener(
                        "stroke", e -> add(e.getEventData().get(STROKE).asString()))
                .addEventData(STROKE);
        clear.setEnabled(false);
        getContent().addClassName("stack-1");
        getContent().add(Ui.text("small", "Sign here with a finger, a pen, or the mouse"), drawing, clear);
    }

    /** Shows a signature as it was drawn. */
    public static Component show(DrawnSignature signature, String name) {
        var drawn = new Svg(svg(name, signature.path()));
        drawn.addClassName("signature");
        return drawn;
    }

    private static String svg(String name, String path) {
        var label = name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        return SVG.formatted(DrawnSignature.WIDTH, DrawnSignature.HEIGHT, label, path);
    }

    private void add(String stroke) {
        strokes.add(DrawnSignature.stroke(stroke));
        clear.setEnabled(true);
    }

    private void clear() {
        strokes.clear();
        drawing.setSvg(svg("Signature", ""));
        clear.setEnabled(false);
    }

    /** Returns whether nothing is drawn. */
    public boolean isEmpty() {
        return strokes.isEmpty();
    }

    /**
     * Returns what is drawn; null if nothing is.
     *
     * @throws io.plumbline.shared.Refused if it is too short or too long to be a signature; the message is for the user
     */
    public @Nullable DrawnSignature read() {
        return isEmpty() ? null : new DrawnSignature(strokes);
    }
}
