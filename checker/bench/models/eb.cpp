// eb.skein by hand, as fast as one file gets: the yardstick. The same steps under the same names.
//
// A state is two words, memory and tasks. Breadth first over one partition a thread: expand the frontier
// into a buffer for each partition, then put what is new into the partition's hash table.
//
//     g++ -O3 -march=native -std=c++20 -pthread -DREADERS=3 -DBUFFERS=3 -DPAGES=2 eb.cpp
//     ./a.out 1 24          1 thread, room for 2^24 states
#include <barrier>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <thread>
#include <vector>

#ifndef READERS  // at most 4
#define READERS 2
#endif
#ifndef BUFFERS  // at most 4
#define BUFFERS 2
#endif
#ifndef PAGES  // at most 2
#define PAGES 1
#endif

using Word = uint64_t;

struct State {
  Word memory, tasks;
};

// memory: ten bits a buffer, six a page, then the rest. A lock needs no owner: the tasks' places say who it is.
enum : unsigned { USED = 0, REFS = 1, IO_PAGES = 4, TREE_REF = 6, IN_TREE = 7, UPTODATE = 8, REFS_LOCK = 9 };
enum : unsigned { LOCK = 0, PAGE_UPTODATE = 2, PRIVATE = 3 };
enum : unsigned { FREE = 0, LOCKED = 1, IO = 2 };
constexpr unsigned RADIX = 52, PRIVATE_LOCK = 55;
constexpr unsigned eb_at(unsigned eb) { return 10 * ((eb - 1) & 3); }  // buffers are counted from 1
constexpr unsigned page_at(unsigned page) { return 40 + 6 * page; }

constexpr unsigned get(Word w, unsigned at, unsigned width) { return w >> at & ((1u << width) - 1); }
constexpr Word set(Word w, unsigned at, unsigned width, unsigned value) {
  return (w & ~(((Word{1} << width) - 1) << at)) | Word{value} << at;
}
constexpr Word bit(unsigned at) { return Word{1} << at; }

// tasks: twelve bits a reader (place, eb, and `existing` or `refs`), then reclaim (place, page, eb).
constexpr unsigned RECLAIM = 48;

enum Place : unsigned {
  FIND, FOUND_REFS, FOUND_TREE_REF, FOUND_LOCK, FOUND_SET,
  NEW, LOCK_PAGE, LOCK_PAGE_1, ATTACH, PUT_NEW, INSERT,
  CHECK_REFS, CHECK_TREE_REF, CHECK_LOCK, CHECK_SET, SET_IN_TREE, UNLOCK_PAGE, UNLOCK_PAGE_1,
  READ, TRYLOCK, TRYLOCK_1, UNDO, START_READ, FIX_REFS, FIX_TREE_REF, FIX_LOCK, FIX_SET, SUBMIT, SUBMIT_1,
  PUT, CMPXCHG, PUT_LOCK, DEC, UNLOCK, CLEAR_IN_TREE, CLEAR_RADIX, BUG, RELEASE
};

enum ReclaimPlace : unsigned {
  SCAN, LOCK_PRIVATE, LOAD_PRIVATE, NOTHING, R_LOCK, R_REFS, R_IO, BUSY, UNLOCK_PRIVATE, R_TREE_REF, KEPT,
  R_DEC, R_UNLOCK, R_CLEAR_IN_TREE, R_CLEAR_RADIX, R_BUG, R_RELEASE, RELEASED, R_UNLOCK_PAGE
};

[[noreturn]] static void fail(const char* what) {
  fprintf(stderr, "eb: %s\n", what);
  exit(1);
}

static Word release_pages(Word memory, unsigned eb) {
  for (unsigned i = 0; i < PAGES; i++) {
    if (get(memory, page_at(i) + PRIVATE, 3) == eb) memory = set(memory, page_at(i) + PRIVATE, 3, 0);
  }
  return memory & ~(bit(eb_at(eb) + USED) | bit(eb_at(eb) + UPTODATE));
}

template <class Emit>
static inline void reader(State s, unsigned r, Emit emit) {
  const unsigned at = 12 * r;
  const unsigned task = s.tasks >> at & 4095, place = task & 63, eb = task >> 6 & 7, aux = task >> 9;
  const Word m = s.memory;
  const unsigned b = eb_at(eb);
  auto go = [&](Word memory, unsigned place, unsigned eb, unsigned aux = 0) {
    emit(State{memory, set(s.tasks, at, 12, place | eb << 6 | aux << 9)});
  };
  // check_buffer_tree_ref(), whose four places begin at `first`.
  auto check = [&](unsigned first, unsigned done) {
    switch (place - first) {
      case 0: return go(m, get(m, b + REFS, 3) >= 2 ? first + 1 : first + 2, eb);
      case 1: return go(m, m & bit(b + TREE_REF) ? done : first + 2, eb);
      case 2: if (!(m & bit(b + REFS_LOCK))) go(m | bit(b + REFS_LOCK), first + 3, eb); return;
      default: {
        Word to = m & ~bit(b + REFS_LOCK);
        if (!(m & bit(b + TREE_REF))) to = (to | bit(b + TREE_REF)) + bit(b + REFS);
        return go(to, done, eb);
      }
    }
  };
  switch (place) {
    case FIND: {
      const unsigned found = get(m, RADIX, 3);
      if (found && get(m, eb_at(found) + REFS, 3)) go(m + bit(eb_at(found) + REFS), FOUND_REFS, found);
      else go(m, NEW, 0);
      return;
    }
    case FOUND_REFS: case FOUND_TREE_REF: case FOUND_LOCK: case FOUND_SET: return check(FOUND_REFS, READ);
    case NEW:
      for (unsigned e = 1; e <= BUFFERS; e++) {
        if (!(m & bit(eb_at(e) + USED))) go(m | bit(eb_at(e) + USED) | bit(eb_at(e) + REFS), LOCK_PAGE, e);
      }
      return;
    case LOCK_PAGE: case LOCK_PAGE_1: {
      const unsigned i = place - LOCK_PAGE, lock = page_at(i) + LOCK;
      if (!get(m, lock, 2)) go(set(m, lock, 2, LOCKED), i + 1 < PAGES ? place + 1 : ATTACH, eb);
      return;
    }
    case ATTACH: {
      if (m & bit(PRIVATE_LOCK)) return;
      const unsigned existing = get(m, page_at(0) + PRIVATE, 3);
      if (existing && get(m, eb_at(existing) + REFS, 3)) {
        return go(m + bit(eb_at(existing) + REFS), PUT_NEW, eb, existing);
      }
      Word to = m;
      for (unsigned i = 0; i < PAGES; i++) to = set(to, page_at(i) + PRIVATE, 3, eb);
      return go(to, INSERT, eb);
    }
    case PUT_NEW: return go(set(m & ~bit(b + USED), b + REFS, 3, 0), CHECK_REFS, aux);
    case INSERT: if (!get(m, RADIX, 3)) go(set(m, RADIX, 3, eb), CHECK_REFS, eb); return;
    case CHECK_REFS: case CHECK_TREE_REF: case CHECK_LOCK: case CHECK_SET: return check(CHECK_REFS, SET_IN_TREE);
    case SET_IN_TREE: return go(m | bit(b + IN_TREE), UNLOCK_PAGE, eb);
    case UNLOCK_PAGE: case UNLOCK_PAGE_1: {
      const unsigned i = place - UNLOCK_PAGE;
      return go(set(m, page_at(i) + LOCK, 2, FREE), i + 1 < PAGES ? place + 1 : READ, eb);
    }
    case READ: return go(m, m & bit(b + UPTODATE) ? PUT : TRYLOCK, eb);
    case TRYLOCK: case TRYLOCK_1: {
      const unsigned i = place - TRYLOCK, lock = page_at(i) + LOCK;
      if (get(m, lock, 2)) return go(m, i ? UNDO : PUT, eb);
      return go(set(m, lock, 2, LOCKED), i + 1 < PAGES ? place + 1 : START_READ, eb);
    }
    case UNDO: return go(set(m, page_at(0) + LOCK, 2, FREE), PUT, eb);
    case START_READ: {
      unsigned count = 0;
      for (unsigned i = 0; i < PAGES; i++) count += !get(m, page_at(i) + PAGE_UPTODATE, 1);
      if (count) return go(set(m, b + IO_PAGES, 2, count), FIX_REFS, eb);
      return go(m | bit(b + UPTODATE), SUBMIT, eb);
    }
    case FIX_REFS: case FIX_TREE_REF: case FIX_LOCK: case FIX_SET: return check(FIX_REFS, SUBMIT);
    case SUBMIT: case SUBMIT_1: {
      const unsigned i = place - SUBMIT, lock = get(m, page_at(i) + PAGE_UPTODATE, 1) ? FREE : IO;
      return go(set(m, page_at(i) + LOCK, 2, lock), i + 1 < PAGES ? place + 1 : PUT, eb);
    }
    case PUT: {
      const unsigned refs = get(m, b + REFS, 3);
      return refs > 3 ? go(m, CMPXCHG, eb, refs) : go(m, PUT_LOCK, eb);
    }
    case CMPXCHG:
      if (get(m, b + REFS, 3) == aux) go(m - bit(b + REFS), FIND, 0);
      else go(m, PUT, eb);
      return;
    case PUT_LOCK: if (!(m & bit(b + REFS_LOCK))) go(m | bit(b + REFS_LOCK), DEC, eb); return;
    case DEC: return go(m - bit(b + REFS), get(m, b + REFS, 3) == 1 ? CLEAR_IN_TREE : UNLOCK, eb);
    case UNLOCK: return go(m & ~bit(b + REFS_LOCK), FIND, 0);
    case CLEAR_IN_TREE:
      return go(m & ~(bit(b + IN_TREE) | bit(b + REFS_LOCK)), m & bit(b + IN_TREE) ? CLEAR_RADIX : BUG, eb);
    case CLEAR_RADIX: return go(set(m, RADIX, 3, 0), BUG, eb);
    case BUG:
      if (get(m, b + IO_PAGES, 2)) fail("BUG_ON(eb.io_pages > 0)");
      return go(m, RELEASE, eb);
    case RELEASE: if (!(m & bit(PRIVATE_LOCK))) go(release_pages(m, eb), FIND, 0); return;
  }
}

template <class Emit>
static inline void reclaim(State s, Emit emit) {
  const unsigned task = s.tasks >> RECLAIM & 511, place = task & 31, i = task >> 5 & 1, eb = task >> 6;
  const Word m = s.memory;
  const unsigned b = eb_at(eb);
  auto go = [&](Word memory, unsigned place, unsigned i, unsigned eb) {
    emit(State{memory, set(s.tasks, RECLAIM, 9, place | i << 5 | eb << 6)});
  };
  switch (place) {
    case SCAN:
      for (unsigned page = 0; page < PAGES; page++) {
        if (!get(m, page_at(page) + LOCK, 2)) go(set(m, page_at(page) + LOCK, 2, LOCKED), LOCK_PRIVATE, page, 0);
      }
      return;
    case LOCK_PRIVATE: if (!(m & bit(PRIVATE_LOCK))) go(m | bit(PRIVATE_LOCK), LOAD_PRIVATE, i, 0); return;
    case LOAD_PRIVATE: {
      const unsigned found = get(m, page_at(i) + PRIVATE, 3);
      return go(m, found ? R_LOCK : NOTHING, i, found);
    }
    case NOTHING: return go(m & ~bit(PRIVATE_LOCK), RELEASED, i, 0);
    case R_LOCK: if (!(m & bit(b + REFS_LOCK))) go(m | bit(b + REFS_LOCK), R_REFS, i, eb); return;
    case R_REFS: return go(m, get(m, b + REFS, 3) != 1 ? BUSY : R_IO, i, eb);
    case R_IO: return go(m, get(m, b + IO_PAGES, 2) ? BUSY : UNLOCK_PRIVATE, i, eb);
    case BUSY: return go(m & ~(bit(b + REFS_LOCK) | bit(PRIVATE_LOCK)), R_UNLOCK_PAGE, i, 0);
    case UNLOCK_PRIVATE: return go(m & ~bit(PRIVATE_LOCK), R_TREE_REF, i, eb);
    case R_TREE_REF: return go(m & ~bit(b + TREE_REF), m & bit(b + TREE_REF) ? R_DEC : KEPT, i, eb);
    case KEPT: return go(m & ~bit(b + REFS_LOCK), R_UNLOCK_PAGE, i, 0);
    case R_DEC: return go(m - bit(b + REFS), get(m, b + REFS, 3) == 1 ? R_CLEAR_IN_TREE : R_UNLOCK, i, eb);
    case R_UNLOCK: return go(m & ~bit(b + REFS_LOCK), R_UNLOCK_PAGE, i, 0);
    case R_CLEAR_IN_TREE:
      return go(m & ~(bit(b + IN_TREE) | bit(b + REFS_LOCK)), m & bit(b + IN_TREE) ? R_CLEAR_RADIX : R_BUG, i, eb);
    case R_CLEAR_RADIX: return go(set(m, RADIX, 3, 0), R_BUG, i, eb);
    case R_BUG:
      if (get(m, b + IO_PAGES, 2)) fail("BUG_ON(eb.io_pages > 0)");
      return go(m, R_RELEASE, i, eb);
    case R_RELEASE: if (!(m & bit(PRIVATE_LOCK))) go(release_pages(m, eb), RELEASED, i, 0); return;
    case RELEASED: return go(m & ~bit(page_at(i) + PAGE_UPTODATE), R_UNLOCK_PAGE, i, 0);
    case R_UNLOCK_PAGE: return go(set(m, page_at(i) + LOCK, 2, FREE), SCAN, 0, 0);
  }
}

template <class Emit>
static inline void end_bio(State s, Emit emit) {
  for (unsigned i = 0; i < PAGES; i++) {
    if (get(s.memory, page_at(i) + LOCK, 2) != IO) continue;
    const unsigned b = eb_at(get(s.memory, page_at(i) + PRIVATE, 3));
    Word m = set(s.memory, page_at(i) + LOCK, 2, FREE) | bit(page_at(i) + PAGE_UPTODATE);
    m -= bit(b + IO_PAGES);
    if (!get(m, b + IO_PAGES, 2)) m |= bit(b + UPTODATE);
    emit(State{m, s.tasks});
  }
}

static void check_invariant(State s) {
  for (unsigned e = 1; e <= BUFFERS; e++) {
    if (s.memory & bit(eb_at(e) + TREE_REF) && !get(s.memory, eb_at(e) + REFS, 3)) fail("tree_ref_is_counted");
  }
}

static inline Word hash(State s) {
  const auto mixed = (unsigned __int128)(s.memory ^ 0x9e3779b97f4a7c15) * (s.tasks ^ 0xbf58476d1ce4e5b9);
  Word h = (Word)mixed ^ (Word)(mixed >> 64);
  h *= 0x94d049bb133111eb;
  return h ^ h >> 32;
}

// Open addressing. The top bit of `tasks`, which no state uses, marks a slot that is taken.
class Table {
 public:
  explicit Table(unsigned bits) : mask_((Word{1} << bits) - 1) {
    const size_t bytes = (mask_ + 1) * sizeof(State);
    slots_ = (State*)mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (slots_ == MAP_FAILED) fail("no memory");
    madvise(slots_, bytes, MADV_HUGEPAGE);
  }

  void prefetch(Word hash) const { __builtin_prefetch(&slots_[hash & mask_], 1); }

  bool insert(State s, Word hash) {
    s.tasks |= bit(63);
    for (Word at = hash & mask_;; at = (at + 1) & mask_) {
      State& slot = slots_[at];
      if (!slot.tasks) {
        slot = s;
        if (++count_ > mask_ - mask_ / 8) fail("the table is full: give it more bits");
        return true;
      }
      if (slot.memory == s.memory && slot.tasks == s.tasks) return false;
    }
  }

  Word count() const { return count_; }

 private:
  Word mask_, count_ = 0;
  State* slots_;
};

struct Buffer {
  std::vector<State> states;
  size_t size = 0;
  void push(State s) { states[size++] = s; }
  // Room for the successors of one more state: a choice of buffers or pages each.
  void reserve() {
    if (states.size() < size + 64) states.resize(2 * states.size() + 4096);
  }
};

static unsigned partition(Word hash, unsigned threads) { return (hash >> 32) * threads >> 32; }

int main(int argc, char** argv) {
  const unsigned threads = argc > 1 ? atoi(argv[1]) : 1, bits = argc > 2 ? atoi(argv[2]) : 24;
  if (threads < 1 || threads > 64 || bits < 8 || bits > 34) fail("usage: eb [THREADS [LOG2_OF_STATES]]");

  std::vector<std::vector<Buffer>> out(threads, std::vector<Buffer>(threads));  // [from][to]
  std::vector<Word> distinct(threads), generated(threads);
  std::vector<size_t> fresh(threads);
  std::barrier barrier(threads);
  unsigned depth = 0;

  auto work = [&](unsigned self) {
    Table table(bits - (threads > 1 ? 32 - __builtin_clz(threads - 1) : 0));
    std::vector<State> frontier;
    if (self == partition(hash(State{}), threads)) {
      table.insert(State{}, hash(State{}));
      frontier.push_back(State{});
      generated[self] = 1;
    }
    for (;;) {
      for (State s : frontier) {
        for (Buffer& buffer : out[self]) buffer.reserve();
        auto emit = [&](State to) { out[self][threads > 1 ? partition(hash(to), threads) : 0].push(to); };
        for (unsigned r = 0; r < READERS; r++) reader(s, r, emit);
        reclaim(s, emit);
        end_bio(s, emit);
      }
      barrier.arrive_and_wait();
      frontier.clear();
      for (unsigned from = 0; from < threads; from++) {
        Buffer& in = out[from][self];
        generated[self] += in.size;
        Word ahead[16];
        for (size_t i = 0; i < in.size + 16; i++) {
          if (i >= 16) {
            const State s = in.states[i - 16];
            if (table.insert(s, ahead[i % 16])) {
              check_invariant(s);
              frontier.push_back(s);
            }
          }
          if (i < in.size) {
            ahead[i % 16] = hash(in.states[i]);
            table.prefetch(ahead[i % 16]);
          }
        }
        in.size = 0;
      }
      fresh[self] = frontier.size();
      barrier.arrive_and_wait();
      size_t all = 0;
      for (size_t n : fresh) all += n;
      barrier.arrive_and_wait();
      if (!all) break;
      if (self == 0) depth++;
    }
    distinct[self] = table.count();
  };

  std::vector<std::thread> others;
  for (unsigned t = 1; t < threads; t++) others.emplace_back(work, t);
  work(0);
  for (std::thread& other : others) other.join();
  Word all_distinct = 0, all_generated = 0;
  for (unsigned t = 0; t < threads; t++) all_distinct += distinct[t], all_generated += generated[t];
  printf("%lu generated, %lu distinct, depth %u\n", all_generated, all_distinct, depth);
}
