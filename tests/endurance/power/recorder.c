/* Loaded into a program (LD_PRELOAD), it writes down whatever that does to the files below $RECORDED_FOLDER, in
 * order, to $RECORDED_IN. Each record: the kind, the descriptor, a number, the length of the text, the text.
 *   o open: flags, path      w write: offset, bytes    t truncate: size     s sync     c close
 *   u unlink: path           r rename: from NUL to     l link: from NUL to  m mkdir: path
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_DESCRIPTORS 4096
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

struct __attribute__((packed)) record { char kind; int32_t descriptor; int64_t number; uint32_t length; };

static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static char is_below[MOST_DESCRIPTORS];
static const char *folder;
static size_t folder_length;
static int record_file = -1;

__attribute__((constructor)) static void begin(void)
{
    const char *file = getenv("RECORDED_IN");
    folder = getenv("RECORDED_FOLDER");
    if (!file || !folder)
        return;
    folder_length = strlen(folder);
    record_file = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int below(const char *path)
{
    return record_file >= 0 && path && !strncmp(path, folder, folder_length) &&
           (path[folder_length] == '/' || !path[folder_length]);
}

static int known(int descriptor)
{
    return descriptor >= 0 && descriptor < MOST_DESCRIPTORS && is_below[descriptor];
}

static void put(char kind, int descriptor, int64_t number, const void *text, size_t length)
{
    struct record head = {kind, descriptor, number, length};
    struct iovec parts[] = {{&head, sizeof head}, {(void *)text, length}};
    if (syscall(SYS_writev, record_file, parts, 2) != (ssize_t)(sizeof head + length))
        abort();
}

static void put_two(char kind, const char *from, const char *to)
{
    char both[8192];
    size_t first = strlen(from) + 1, second = strlen(to);
    if (first + second > sizeof both)
        abort();
    memcpy(both, from, first);
    memcpy(both + first, to, second);
    put(kind, -1, 0, both, first + second);
}

static int opened(int descriptor, const char *path, int flags)
{
    if (descriptor >= 0 && descriptor < MOST_DESCRIPTORS) {
        is_below[descriptor] = below(path);
        if (is_below[descriptor])
            put('o', descriptor, flags, path, strlen(path));
    }
    return descriptor;
}

/* The calls themselves: each is done and written down before another one may begin. */
#define IN_ORDER(type, call, condition, note)                                                                 \
    pthread_mutex_lock(&in_order);                                                                            \
    type done = call;                                                                                         \
    if (done >= 0 && (condition)) { note; }                                                                   \
    pthread_mutex_unlock(&in_order);                                                                          \
    return done;

#define OPENING(name)                                                                                         \
    int name(const char *path, int flags, ...)                                                                \
    {                                                                                                         \
        va_list rest;                                                                                         \
        va_start(rest, flags);                                                                                \
        mode_t mode = va_arg(rest, mode_t);                                                                   \
        va_end(rest);                                                                                         \
        IN_ORDER(int, REAL(name)(path, flags, mode), 1, opened(done, path, flags))                            \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                                                                      \
    int name(int at, const char *path, int flags, ...)                                                        \
    {                                                                                                         \
        va_list rest;                                                                                         \
        va_start(rest, flags);                                                                                \
        mode_t mode = va_arg(rest, mode_t);                                                                   \
        va_end(rest);                                                                                         \
        IN_ORDER(int, REAL(name)(at, path, flags, mode), 1, opened(done, path, flags))                        \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

int close(int fd) { IN_ORDER(int, REAL(close)(fd), known(fd), put('c', fd, 0, "", 0); is_below[fd] = 0) }

ssize_t write(int fd, const void *data, size_t size)
{
    IN_ORDER(ssize_t, REAL(write)(fd, data, size), known(fd),
             put('w', fd, lseek(fd, 0, SEEK_CUR) - done, data, done))
}

#define WRITING_AT(name, offset_type)                                                                         \
    ssize_t name(int fd, const void *data, size_t size, offset_type offset)                                   \
    {                                                                                                         \
        IN_ORDER(ssize_t, REAL(name)(fd, data, size, offset), known(fd), put('w', fd, offset, data, done))    \
    }
WRITING_AT(pwrite, off_t)
WRITING_AT(pwrite64, off64_t)

int ftruncate(int fd, off_t size) { IN_ORDER(int, REAL(ftruncate)(fd, size), known(fd), put('t', fd, size, "", 0)) }
int ftruncate64(int fd, off64_t size)
{
    IN_ORDER(int, REAL(ftruncate64)(fd, size), known(fd), put('t', fd, size, "", 0))
}
int fsync(int fd) { IN_ORDER(int, REAL(fsync)(fd), known(fd), put('s', fd, 0, "", 0)) }
int fdatasync(int fd) { IN_ORDER(int, REAL(fdatasync)(fd), known(fd), put('s', fd, 0, "", 0)) }

int unlink(const char *path) { IN_ORDER(int, REAL(unlink)(path), below(path), put('u', -1, 0, path, strlen(path))) }
int unlinkat(int at, const char *path, int flags)
{
    IN_ORDER(int, REAL(unlinkat)(at, path, flags), below(path), put('u', -1, 0, path, strlen(path)))
}
int rename(const char *from, const char *to) { IN_ORDER(int, REAL(rename)(from, to), below(to), put_two('r', from, to)) }
int renameat(int at, const char *from, int to_at, const char *to)
{
    IN_ORDER(int, REAL(renameat)(at, from, to_at, to), below(to), put_two('r', from, to))
}
int link(const char *from, const char *to) { IN_ORDER(int, REAL(link)(from, to), below(to), put_two('l', from, to)) }
int linkat(int at, const char *from, int to_at, const char *to, int flags)
{
    IN_ORDER(int, REAL(linkat)(at, from, to_at, to, flags), below(to), put_two('l', from, to))
}
int mkdir(const char *path, mode_t mode)
{
    IN_ORDER(int, REAL(mkdir)(path, mode), below(path), put('m', -1, 0, path, strlen(path)))
}

/* What could write unseen must not happen. */
ssize_t writev(int fd, const struct iovec *parts, int many)
{
    if (known(fd))
        abort();
    return REAL(writev)(fd, parts, many);
}
ssize_t sendfile(int to, int from, off_t *offset, size_t size)
{
    if (known(to))
        abort();
    return REAL(sendfile)(to, from, offset, size);
}
