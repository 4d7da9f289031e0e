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
 * line of English, and figures in it from left to right. Letters that change their form in a word, such as those of
 * Arabic, need more, and no font of documents has them.
 */
final class RightToLeft implements BidiReorderer {
    private static final Map<Integer, String> MIRRORED = Map.of(
            (int) '(', ")", (int) ')', "(", (int) '[', "]", (int) ']', "[", (int) '{', "}", (int) '}', "{", (int) '<',
            ">", (int) '>', "<", (int) '«', "»", (int) '»', "«");

    /** Splits a paragraph into stretches of one direction, in the order in which they stand on the line. */
    static final class Splitter implements BidiSplitter {
        private List<BidiTextRun> runs = List.of();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            var bidi = new Bidi(
                    paragraph,
                    direction == LTR
                            ? Bidi.DIRECTION_LEFT_TO_RIGHT
                            : direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
            var levels = new byte[bidi.getRunCount()];
            var stretches = new BidiTextRun[bidi.getRunCount()];
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) bidi.getRunLevel(i);
                stretches[i] = new BidiTextRun(
                        bidi.getRunStart(i),
                        bidi.getRunLimit(i) - bidi.getRunStart(i),
                        bidi.getRunLevel(i) % 2 == 0 ? LTR : RTL);
            }
            if (stretches.length > 1) {
                Bidi.reorderVisually(levels, 0, stretches, 0, stretches.length);
            }
            runs = List.of(stretches);
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

    /** Returns a stretch as it is drawn from the left: each letter with its marks, last one first. */
    @Override
    public String reorderRTLTextToLTR(String text) {
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
        return text;
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
