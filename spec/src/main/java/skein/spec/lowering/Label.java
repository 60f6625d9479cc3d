package skein.spec.lowering;

/** A place in a {@link Flow} that is jumped to, possibly before it is known. */
final class Label {
  private int position = -1;

  int position() {
    if (position < 0) {
      throw new IllegalStateException("a label was never placed");
    }
    return position;
  }

  void place(int at) {
    position = at;
  }
}
