package io.plumbline.documents;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The direction of text on paper by the rules of Unicode, as Java has them: Hebrew stands from right to left, also within a
 * line of English, and figures in it from left to right. Arabic stands so too, each letter in the form that it has in its
 * word ({@link ArabicForms}).
 */
final class RightToLeft implements BidiReorderer {
    private static final Map<Integer, String> MIRRORED = Map.of(
            (int) '(', ")", (int) ')', "(", (int) '[', "]", (int) ']', "[", (int) '{', "}", (int) '}', "{", (int) '<',
            ">", (int) '>', "<", (int) '«', "»", (int) '»', "«");

    /**
     * Splits a paragraph into stretches of one direction. The renderer lays them out as they come, so a figure within text
     * from the right is no stretch of its own: {@link #reorderRTLTextToLTR} turns it back.
     */
    static final class Splitter implements BidiSplitter {
        private List<BidiTextRun> runs = List.of();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            var bidi = new Bidi(
                    paragraph,
                    direction == LTR
                            ? Bidi.DIRECTION_LEFT_TO_RIGHT
                            : direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            var stretches = new ArrayList<BidiTextRun>();
            int start = 0;
            for (int run = 0; run < bidi.getRunCount(); run++) {
                var turns = turns(bidi, run);
                if (run + 1 == bidi.getRunCount() || turns(bidi, run + 1) != turns) {
                    stretches.add(new BidiTextRun(start, bidi.getRunLimit(run) - start, turns ? RTL : LTR));
                    start = bidi.getRunLimit(run);
                }
            }
            runs = List.copyOf(stretches);
        }

        private static boolean turns(Bidi bidi, int run) {
            return bidi.getRunLevel(run) > 0;
        }

        @Override
        public int countTextRuns() {
            return runs.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return runs.get(index);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }

    /** Returns a stretch as it is drawn from the left: last letter first, each with its marks, but figures as they are. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        var bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        var levels = new byte[bidi.getRunCount()];
        var parts = new String[bidi.getRunCount()];
        for (int run = 0; run < parts.length; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            var part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            parts[run] = levels[run] % 2 == 0 ? part : turned(part);
        }
        Bidi.reorderVisually(levels, 0, parts, 0, parts.length);
        return String.join("", parts);
    }

    private static String turned(String text) {
        var letters = new ArrayList<StringBuilder>();
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.NON_SPACING_MARK && !letters.isEmpty()) {
                letters.getLast().appendCodePoint(point);
            } else {
                letters.add(new StringBuilder(MIRRORED.getOrDefault(point, Character.toString(point))));
            }
        });
        return String.join("", letters.reversed());
    }

    @Override
    public String shapeText(String text) {
        return ArabicForms.shaped(text);
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
