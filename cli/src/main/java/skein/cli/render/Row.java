package skein.cli.render;

/**
 * One line of a race diagram.
 *
 * @param lane position in {@link Cast#lanes()}
 * @param depth how deep in calls: 0 is the process itself
 * @param marker what went wrong there, such as {@code BUG}, or empty
 */
record Row(int lane, int depth, Phrase phrase, String marker) {

  Row withMarker(String text) {
    return new Row(lane, depth, phrase, text);
  }

  String text() {
    return marker.isEmpty() ? phrase.toString() : phrase + "  <-- " + marker;
  }
}
